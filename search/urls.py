"""The addresses of the search: results, their feed, and suggestions."""

from django.urls import path

from search import feeds, suggestions, views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("feed/", feeds.feed, name="feed"),
    path("suggest/", suggestions.suggest, name="suggestions"),
]
