"""The list of cases: what a page of it shows. Numbers and words here, drawing in the templates."""
