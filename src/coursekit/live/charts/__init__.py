"""Charts in the page: quicker in Altair, checked for their columns, and their errors in plain words."""
