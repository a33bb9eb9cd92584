"""The pages that speak about the archive itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "archive/about.html")


def your_case(request: HttpRequest) -> HttpResponse:
    return render(request, "archive/your_case.html")
