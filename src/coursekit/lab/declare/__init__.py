"""What a lab is: its controls, sentences and parts, as its file declares them."""
