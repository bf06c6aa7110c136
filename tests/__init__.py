"""The tests, mirroring the package. Run them with ``make test``; CONTRIBUTING.md says more."""
