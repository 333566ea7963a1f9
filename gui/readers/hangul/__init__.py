"""Documents of Hangul, HWPX and HWP 5: one tree (OWPML, KS X 6101) for both, and a walk over it.

``reader`` opens a file and decides who may read it; ``walk`` visits every node of a section with what ``looks``,
``numbers``, ``objects`` and ``places`` know of it; ``substitute`` reads what the usual library refuses.
"""
