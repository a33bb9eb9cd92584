"""The desk's own pages, beside the forms of the admin."""

from django.urls import path

from desk.audit import views as audit
from desk.documents import views as papers
from desk.forms.understanding import understand
from desk.intake import views as intake
from desk.intake.copying import copy_case
from desk.intake.importing import views as importing
from desk.intake.sources import new_source
from desk.merging import views as merging
from desk.portraits import views as portraits
from desk.requests import views as requests
from desk.review import preview
from desk.review import views as work

urlpatterns = [
    path("audit/", audit.changes, name="desk_audit"),
    path("audit/sign-ins/", audit.sign_ins, name="desk_sign_ins"),
    path("audit/exports/", audit.exports, name="desk_exports"),
    path("import/", importing.import_file, name="desk_import"),
    path("import/now/", importing.import_now, name="desk_import_now"),
    path("export/", importing.export_rows, name="desk_export"),
    path("merge/<str:subject>/", merging.merge_rows, name="desk_merge"),
    path("restore/<int:number>/", merging.restore_edition, name="desk_restore"),
    path("paper/<str:kind>/", intake.new_case, name="desk_intake"),
    path("requests/", requests.requests, name="desk_requests"),
    path("requests/<int:pk>/", requests.one_request, name="desk_request"),
    path("requests/<int:pk>/propose/", requests.propose, name="desk_propose_decision"),
    path("requests/<int:pk>/answer/", requests.answer, name="desk_answer_request"),
    path("requests/decisions/<int:pk>/confirm/", requests.confirm, name="desk_confirm_decision"),
    path("understand/", understand, name="desk_understand"),
    path("papers/<int:pk>/", papers.paper, name="desk_paper"),
    path("papers/<int:pk>/file/", papers.file, name="desk_paper_file"),
    path("papers/<int:pk>/pages/", papers.pages, name="desk_paper_pages"),
    path("papers/<int:pk>/places/", papers.places, name="desk_paper_places"),
    path("papers/<int:pk>/public/", papers.set_public, name="desk_paper_public"),
    path("papers/<int:pk>/remove/", papers.remove, name="desk_remove_paper"),
    path("portraits/<int:pk>/", portraits.portrait, name="desk_portrait"),
    path("portraits/<int:pk>/remove/", portraits.remove_portrait, name="desk_remove_portrait"),
    path("pictures/<str:name>", portraits.picture, name="desk_picture"),
    path("sources/new/", new_source, name="desk_new_source"),
    path("work/", work.submissions, name="desk_submissions"),
    path("work/<int:pk>/", work.submission, name="desk_submission"),
    path("work/<int:pk>/answer/", work.answer, name="desk_answer"),
    path("work/<int:pk>/publish/", work.publish, name="desk_publish"),
    path("work/cases/<int:pk>/", work.case_work, name="desk_case_work"),
    path("work/cases/<int:pk>/copy/", copy_case, name="desk_copy_case"),
    path("work/cases/<int:pk>/paper/<str:kind>/", intake.new_fact, name="desk_case_intake"),
    path("work/cases/<int:pk>/send/", work.send_case, name="desk_send_case"),
    path("work/cases/<int:pk>/withdraw/", work.withdraw, name="desk_withdraw"),
    path("work/cases/<int:pk>/preview/<str:language>/", preview.preview, name="desk_preview"),
    path("work/holding/<str:subject>/<int:row>/send/", work.send_holding, name="desk_send_holding"),
]
