"""The Python that runs in the page: a cell's run, what it shows, and what it says when it fails.

``entry`` readies the interpreter once; ``session`` runs code, ``awaiting`` what waits in it; ``guard`` sets its
streams. ``settings`` puts back what a run changed: in the interpreter (``restore``) and in libraries; its ``display``
knows under which settings nothing could be shown. ``stdin`` answers ``input()``; ``stdout`` carries what is printed.
``mimebundle`` turns objects into what a page can show; ``charts`` does so with Altair's charts, finds columns that are
missing, and says why a chart can't be drawn. ``errors`` turns an exception into the learner's own lines and into plain
words; ``complete`` finds names for the editor. ``ipython`` stands in for IPython. ``integers`` gives NumPy integers of
64 bits. ``zip_templates`` reads templates from the zips. For widgets, ``comms`` carries their messages, and
``output_widget`` fills their Outputs.
"""
