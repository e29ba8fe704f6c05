"""An office's own templates: files of Word with marks, filled with what a document says."""
