"""The course's labs."""

from functools import partial

from coursekit.lab.collection import lab_in, labs_in

lab, labs = partial(lab_in, __name__), partial(labs_in, __name__)
