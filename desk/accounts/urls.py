"""Signing in, the second factor, one's own account. No registration, no e-mail."""

from allauth.account import views as account
from django.urls import include, path
from django.views.generic import TemplateView
from django.views.i18n import set_language

from desk.accounts import invitations, sessions
from desk.accounts.account import own_account
from desk.accounts.kept_forms import kept_form

urlpatterns = [
    path("", own_account, name="desk_account"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("language/", set_language, name="desk_language"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("signup/", TemplateView.as_view(template_name="desk/signin/by_invitation.html"), name="account_signup"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", sessions.sessions, name="desk_sessions"),
    path("sessions/<int:pk>/end/", sessions.end_session, name="desk_end_session"),
    path("forms/<int:pk>/", kept_form, name="desk_kept_form"),
    path("invitations/", invitations.invitations, name="desk_invitations"),
    path("invitations/<int:pk>/withdraw/", invitations.withdraw_invitation, name="desk_withdraw_invitation"),
    path("join/<str:key>/", invitations.join, name="desk_join"),
]
