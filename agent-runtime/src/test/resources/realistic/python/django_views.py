import csv
import io
import logging
import os
import subprocess
import xml.etree.ElementTree as ET

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.db.models import Q
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import escape, format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django import forms
from rest_framework.views import APIView
from rest_framework.response import Response
from rest_framework import serializers

from .models import Article, Comment

logger = logging.getLogger(__name__)


class ArticleForm(forms.ModelForm):
    class Meta:
        model = Article
        fields = ["title", "body"]


class SearchForm(forms.Form):
    q = forms.CharField(max_length=50)
    page = forms.IntegerField(min_value=1)


def search(request):
    q = request.GET.get("q", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, title FROM articles WHERE title LIKE '%" + q + "%'") # BAD CWE-89
        rows = cursor.fetchall()
    return JsonResponse({"rows": rows})


def search_safe(request):
    q = request.GET.get("q", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, title FROM articles WHERE title LIKE %s", [f"%{q}%"])
        rows = cursor.fetchall()
    return JsonResponse({"rows": rows})


def search_orm(request):
    q = request.GET.get("q", "")
    articles = Article.objects.filter(Q(title__icontains=q) | Q(body__icontains=q)).order_by("-created")[:20]
    return render(request, "search.html", {"articles": articles, "q": q})


def search_raw(request):
    order = request.GET.get("order", "id")
    return JsonResponse({"a": [a.id for a in Article.objects.raw(f"SELECT * FROM articles ORDER BY {order}")]}) # BAD CWE-89


def search_extra(request):
    return JsonResponse({"n": Article.objects.extra(where=["title = '%s'" % request.GET["t"]]).count()}) # BAD CWE-89


def search_raw_safe(request):
    return JsonResponse({"a": [a.id for a in Article.objects.raw("SELECT * FROM articles WHERE id = %s", [request.GET["id"]])]})


class ArticleView(View):
    template_name = "article.html"

    def get(self, request, slug):
        article = get_object_or_404(Article, slug=slug)
        return render(request, self.template_name, {"article": article})

    def post(self, request, slug):
        form = ArticleForm(request.POST)
        if not form.is_valid():
            return render(request, self.template_name, {"form": form}, status=400)
        form.save()
        return redirect("article", slug=slug)


class BannerView(View):
    def get(self, request):
        message = request.GET.get("message", "")
        return HttpResponse("<div class='banner'>%s</div>" % message) # BAD CWE-79

    def head(self, request):
        message = request.GET.get("message", "")
        return HttpResponse(format_html("<div>{}</div>", message))


class CommentApi(APIView):
    def post(self, request, *args, **kwargs):
        html = mark_safe("<p>" + request.data["text"] + "</p>") # BAD CWE-79
        Comment.objects.create(html=html)
        return Response({"ok": True}, status=201)

    def get(self, request, pk):
        path = os.path.join("/srv/comments", pk + ".txt")
        with open(path) as handle: # BAD CWE-22
            return Response({"text": handle.read()})


def media(request, path):
    full = os.path.normpath(os.path.join("/srv/media", path))
    if not full.startswith("/srv/media" + os.sep):
        raise Http404
    return FileResponse(open(full, "rb"))


def media_bad(request, path):
    return FileResponse(open("/srv/media/" + path, "rb")) # BAD CWE-22


def login_next(request):
    target = request.POST.get("next")
    return HttpResponseRedirect(target) # BAD CWE-601


def login_next_safe(request):
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return HttpResponseRedirect(target)


@login_required
def thumbnail(request):
    size = request.GET.get("size", "100x100")
    subprocess.call("convert in.png -resize " + size + " out.png", shell=True) # BAD CWE-78
    return HttpResponse(status=204)


@login_required
def thumbnail_safe(request):
    try:
        width = int(request.GET.get("w", "100"))
    except ValueError:
        return HttpResponse(status=400)
    subprocess.call(f"convert in.png -resize {width} out.png", shell=True)
    return HttpResponse(status=204)


def export(request):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for article in Article.objects.select_related("author").iterator():
        writer.writerow([article.id, article.author.name])
    response = HttpResponse(buffer.getvalue(), content_type="text/csv")
    response["Content-Disposition"] = 'attachment; filename="articles.csv"'
    return response


@csrf_exempt # PACK CWE-352
def webhook(request):
    logger.warning("webhook from " + request.META["HTTP_USER_AGENT"]) # BAD CWE-117
    return HttpResponse(status=204)


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = Article
        fields = "__all__"
