"""Bytes on disk: packages, files that are replaced whole or not at all, the ledger."""
