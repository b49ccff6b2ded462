"""What all tests of exercises share: charts are checked as quickly as in the page, where the same is installed."""

from coursekit.live.charts.altair_patches import list_once

list_once()
