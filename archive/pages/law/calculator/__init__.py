"""What a verdict would come to: a form, its facts, the answer. Nothing typed here is kept anywhere."""
