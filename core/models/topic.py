"""Topics: a short controlled list, so that posts can be found by what they are about."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet


@register_snippet
class Topic(index.Indexed, models.Model):
    """Something that posts are about, such as "Homes"."""

    name = models.CharField(
        max_length=60,
        unique=True,
        help_text="As readers see it, in sentence case. Keep the list short: six to ten topics.",
    )
    slug = models.SlugField(
        max_length=60, unique=True, help_text="The word in the address, such as “homes”."
    )

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse another address once posts are on the topic."""
        super().clean()
        before = type(self).objects.filter(pk=self.pk).exclude(slug=self.slug).first()
        if before and before.posts.exists():
            told = (
                "Posts are on this topic, so its address is linked to from elsewhere: leave it "
                f"“{before.slug}”. The name may change."
            )
            raise ValidationError({"slug": told})

    def why_kept(self) -> str:
        """Return why the topic can not be deleted; "" if it can."""
        return "posts are on this topic. Take it off them first" if self.posts.exists() else ""

    def pages_that_show_this(self) -> list:
        """Return the posts on the topic."""
        return list(self.posts.all()) if self.pk else []

    @property
    def name_within(self) -> str:
        """Return the name as it stands inside a sentence: "Homes" becomes "homes"."""
        return self.name if self.name[:2].isupper() else self.name[:1].lower() + self.name[1:]
