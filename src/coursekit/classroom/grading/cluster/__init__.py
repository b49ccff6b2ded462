"""Grading on a Dask cluster: a desk in a browser on each worker, all fed from one queue."""
