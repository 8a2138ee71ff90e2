//! Paper and files: one page model, then PDF, HTML or JSON.
