"""Labs: a graph of quantities, its equations, its compiler to JavaScript, and the lab that shows it.

Kept empty on purpose: a model imports only `coursekit.model.symbolic` and `coursekit.model.quantity`,
and must not pull in Altair or ipywidgets with them.
"""
