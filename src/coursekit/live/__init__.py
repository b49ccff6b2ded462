"""The Python that runs in the page: a cell's run, what it shows, and what it says when it fails.

``start`` readies the interpreter once; ``session`` runs code; ``guarded`` sets its streams, and ``mending``
puts back what it changed in Python; ``asking`` answers ``input()``; ``shown`` turns objects into what a page can show;
``trouble`` turns an exception into the learner's own lines, and ``explain`` into plain words; ``complete`` finds names
for the editor; ``printing`` carries what is printed; ``jupyter`` stands in for the few names of IPython that notebooks
use. For widgets, ``comms`` carries their messages, ``captured`` and
``shell`` fill their Outputs, and ``quick`` has Altair keep up with them.
"""
