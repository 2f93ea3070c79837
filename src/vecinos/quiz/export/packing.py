"""What the two QTI formats share: elements from safe HTML, and a zip that is the same at every run."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold


def node(tag: str, *content: ET.Element | str, **attributes: object) -> ET.Element:
    """An element. Attribute names: ``xml_lang`` is xml:lang, a trailing underscore is dropped (``class_``)."""
    names = {name.rstrip("_").replace("xml_", "xml:"): str(value) for name, value in attributes.items()}
    element = ET.Element(tag, names)
    for part in content:
        if isinstance(part, str):
            if len(element):
                element[-1].tail = (element[-1].tail or "") + part
            else:
                element.text = (element.text or "") + part
        else:
            element.append(part)
    return element


def rich(tag: str, html: str, **attributes: object) -> ET.Element:
    """An element holding inline HTML that ``inline.to_html`` made."""
    element = ET.fromstring(f"<{tag}>{html}</{tag}>")
    element.attrib.update(node(tag, **attributes).attrib)
    return element


def document(root: ET.Element) -> bytes:
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def package(files: dict[str, bytes]) -> bytes:
    """A zip of the files in the order given: equal files give equal bytes, whenever and wherever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()
