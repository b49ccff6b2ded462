"""The Python that runs in the page: a cell's run, what it shows, and what it says when it fails.

``entry`` readies the interpreter once; ``session`` runs code, ``awaiting`` what waits in it; ``guard`` sets its
streams, and ``restore`` puts back what it changed in Python: ``library_settings`` reads and writes what libraries
keep, ``display_settings`` knows under which of it nothing could be shown. ``stdin`` answers ``input()``; ``stdout``
carries what is printed. ``mimebundle`` turns objects into what a page can show; ``chart_display`` does so with
charts, ``chart_columns`` finds columns that are missing, and ``chart_errors`` says why a chart can't be drawn.
``traceback`` turns an exception into the learner's own lines, and ``explain`` into plain words, with
``explain_module`` for what is not here and ``explain_characters`` for what can't be seen; ``complete`` finds names
for the editor. ``ipython_stub`` and ``ipython_display`` stand in for IPython. ``numpy_int64`` gives NumPy integers of
64 bits, by the rules of ``integer_width``; ``zip_templates`` reads templates from the zips. For widgets, ``comms``
carries their messages, ``output_widget`` and ``ipython_shell_stub`` fill their Outputs, and ``altair_patches`` has
Altair keep up with them.
"""
