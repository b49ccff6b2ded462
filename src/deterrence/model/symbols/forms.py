"""Symbols of the selectors: which of the contested forms computes."""

from deterrence.model.forms import FORMS
from deterrence.model.symbols.entries import given

SYMBOLS = {
    name: given(
        rf"\chi_{{{place}}}",
        f"Form: {forms.question[0].lower()}{forms.question[1:]} "
        + "; ".join(f"{i}: {form.label}" for i, form in enumerate(forms.options)),
        "form",
        0,
        len(forms.options) - 1,
        None,
        "; ".join(form.source for form in forms.options),
    )
    for place, (name, forms) in enumerate(FORMS.items(), start=1)
}
