"""The territory, taken away as a zip of its folder."""

import io
import zipfile

from flask import Blueprint, Response

from symbiosis.domain.access import Right
from symbiosis.services.export_territory import export_territory, files
from symbiosis.web.access import needs
from symbiosis.web.state import store

bp = Blueprint("territory", __name__)


@bp.get("/territory.zip")
@needs(Right.ANALYSE)
def folder() -> Response:
    """Give the territory without its confidential flows, whose number territory.json tells."""
    return _zip(False)


@bp.get("/territory-confidential.zip")
@needs(Right.CONFIDENTIAL)
def whole() -> Response:
    """Give the territory with its confidential flows."""
    return _zip(True)


def _zip(with_confidential: bool) -> Response:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files(export_territory(store(), with_confidential)).items():
            archive.writestr(name, text)
    name = "territory-confidential.zip" if with_confidential else "territory.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(stream.getvalue(), mimetype="application/zip", headers=headers)
