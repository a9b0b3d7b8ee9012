"""The use cases, one a file: the only place that combines domain, store, vastleggen and weergave."""
