import pytest

from gui.engines.addresses import host_of, is_loopback, is_private, normalised


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "192.168.1.4",
        "10.0.0.1",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "::ffff:127.0.0.1",
        "localhost.example.org",
        "localhost.",
        "127.0.0.1.example.org",
        "fe80::1",
        "１２７.0.0.1",
    ],
)
def test_another_machine(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("entered", "address", "host"),
    [
        ("http://localhost:5000", "http://localhost:5000/", "localhost"),
        (" https://MT.example.org/api/ ", "https://MT.example.org/api/", "mt.example.org"),
        ("http://[::1]:5000", "http://[::1]:5000/", "::1"),
        ("http://번역.kr//", "http://번역.kr/", "번역.kr"),
    ],
)
def test_addresses_are_made_equal(entered: str, address: str, host: str) -> None:
    assert normalised(entered) == address
    assert host_of(address) == host


@pytest.mark.parametrize(
    "entered",
    [
        "",
        "localhost:5000",
        "file:///etc/passwd",
        "http://user:key@localhost/",
        "http://localhost\\@example.org/",
        "http://localhost/?q=",
        "http://localhost/#a",
        "http://local host/",
        "http://",
        "http://localhost:123456/",
    ],
)
def test_what_two_programs_could_read_differently_is_no_address(entered: str) -> None:
    assert normalised(entered) is None


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.31.0.1", True),
        ("172.32.0.1", False),
        ("192.168.0.7", True),
        ("169.254.3.4", True),
        ("fd12:3456::1", True),
        ("fe80::1", True),
        ("2001:db8::1", False),
        ("mt.local", True),
        ("mt.intra.internal", True),
        ("mt.home.arpa", True),
        ("server", False),  # a search list may make a public name of it
        ("local", False),
        ("mt.local.example.org", False),
        ("8.8.8.8", False),
        ("100.64.0.1", False),  # the provider's network, not one's own
        ("0.0.0.0", False),
        ("", False),
    ],
)
def test_what_stays_in_the_own_network(host: str, private: bool) -> None:
    assert is_private(host) is private
