"""What `chronicle.copies` is made of: prints of texts, pairs worth comparing, and who descends from whom."""
