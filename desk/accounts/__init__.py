"""Who works at the desk: signing in, invitations, sessions, roles, and whose draft is whose."""
