"""The page's JavaScript and NumPy compute the same, for every quantity of every lab."""

import pytest
from lab_checks import check_quantities, check_rows

from coursekit.lab.display import Lab
from deterrence.labs import labs

LABS = {name: lab for name, lab in labs().items() if isinstance(lab, Lab)}


@pytest.mark.parametrize("name", LABS)
def test_every_quantity_is_the_same_in_the_page(name):
    check_quantities(LABS[name])


@pytest.mark.parametrize("name", LABS)
def test_rows_readings_and_sentences_are_the_same_in_the_page(name):
    check_rows(LABS[name])
