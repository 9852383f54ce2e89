# One image for every part of the site: the server, the worker, the scheduler and the release step.

FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv /opt/site
COPY requirements.txt /tmp/
# Wheels alone: nothing is compiled, here or later.
RUN --mount=type=cache,target=/root/.cache/pip \
    /opt/site/bin/pip install --require-hashes --only-binary=:all: -r /tmp/requirements.txt
COPY . /site
WORKDIR /site
ENV DJANGO_SETTINGS_MODULE=config.settings.production VAR_DIR=/var/site STATIC_ROOT=/site/static \
    SITE_URL=http://localhost SECRET_KEY=build DATABASE_URL=sqlite://:memory:
RUN /opt/site/bin/python manage.py collectstatic --noinput -v0 \
    && /opt/site/bin/python -m compileall -q -j0 /site \
    && /opt/site/bin/pip uninstall -q -y pip

FROM python:3.13-slim-trixie
RUN groupadd --system --gid 10001 site \
    && useradd --system --uid 10001 --gid site --home-dir /var/site site \
    && install --directory --owner=site --group=site /var/site /var/site/media
COPY --from=build /opt/site /opt/site
COPY --from=build /site /site
WORKDIR /site
ENV PATH=/opt/site/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production VAR_DIR=/var/site STATIC_ROOT=/site/static
USER site
VOLUME /var/site/media
EXPOSE 8000
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "config.wsgi"]
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/health/live/'), timeout=4)"]
