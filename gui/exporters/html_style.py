"""The look of a web page: small, light and dark as the reader's system is, and fit to be printed."""

STYLE_SHEET = """\
:root { color-scheme: light dark; --ink: #1f2a3c; --paper: #fff; --grey: #5f6670; --line: #bfc4cc; --tint: #eef1f5;
  --red: #9b1c1c; --link: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --paper: #15181d; --grey: #a5adb8; --line: #444b55;
  --tint: #22272e; --red: #ff9d9d; --link: #8fbcf5; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 Arial, "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", sans-serif; }
article { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.35rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
.masthead, .slogan, .date, .faint, .note, .footnote, figcaption, caption { color: var(--grey); }
.masthead { letter-spacing: .08em; text-transform: uppercase; font-size: .85rem; }
.subtitle { font-size: 1.15rem; color: var(--grey); margin: .25rem 0; }
.label { font-weight: bold; }
.note, .footnote, .notes, figcaption { font-size: .92rem; }
.note { margin-left: 1.5rem; }
.summary { margin: 0; padding: .5rem 1rem; background: var(--tint); }
.end { text-align: center; }
aside { color: var(--red); font-weight: bold; border: 2px solid; padding: 0 1rem; margin-bottom: 1.5rem; }
.draft { letter-spacing: .2em; }
.untranslated { text-decoration: underline dotted; }
ul { padding-left: 1.5rem; }
li { margin: .35rem 0; }
li.counted { list-style: none; margin-left: -1.1rem; }
figure { margin: 1.5rem 0; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; padding-bottom: .4rem; font-weight: bold; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { background: var(--tint); }
td.figure { text-align: right; white-space: nowrap; }
td ul, td p, th p { margin: 0; padding-left: 1rem; }
td p, th p { padding-left: 0; }
@media print { :root { --ink: #000; --paper: #fff; --grey: #333; --line: #999; --tint: #f2f2f2; --red: #000;
  --link: #000; } article { max-width: none; padding: 0; } .back { display: none; } tr, figure { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; } thead { display: table-header-group; } .table { overflow: visible; } }
"""
