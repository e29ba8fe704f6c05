"""The parts of the Drive API that clients of spreadsheets use: files, their copies, comments and exports."""

import json
from dataclasses import replace

from tests.sheets_server import drive_query, exports, masks, proto
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.clock import stamp
from tests.sheets_server.discovery import DRIVE, OLD_DRIVE
from tests.sheets_server.errors import drive_error, drive_not_found
from tests.sheets_server.plain import Json
from tests.sheets_server.world import FOLDER, SPREADSHEET, World

_USUAL = ("kind", "id", "name", "mimeType")
_HEADERS = {"Vary": "Origin, X-Origin"}


def files_create(world: World, call: Call) -> Answer:
    """files.create: a spreadsheet or a folder, by the mimeType of the body."""
    body = _body(call)
    name, kind = body.get("name", "Untitled"), body.get("mimeType", "application/octet-stream")
    if kind == SPREADSHEET:
        record = world.files[world.create(name, owner=call.email).id]
    else:
        record = world.add_file(name, kind, owner=call.email)
    if body.get("parents"):
        record["parents"] = body["parents"]
    return _file(call, record)


def files_list(world: World, call: Call) -> Answer:
    """files.list: newest first, in pages, by a query."""
    wanted = drive_query.read(call.first("q"), world.root)
    seen = [each for each in reversed(world.files.values()) if world.rank(each["id"], call.email)]
    found = sorted((each for each in seen if wanted(each)), key=lambda each: each["createdTime"], reverse=True)
    start, size = int(call.first("pageToken") or 0), int(call.first("pageSize") or 100)
    answer: Json = {"kind": "drive#fileList", "incompleteSearch": False, "files": found[start : start + size]}
    if len(found) > start + size:
        answer["nextPageToken"] = str(start + size)
    fields = call.first("fields") or "kind,nextPageToken,incompleteSearch,files(kind,id,name,mimeType)"
    return answered(masks.cut_document(answer, masks.read(fields, "FileList", DRIVE)), headers=_HEADERS)


def files_get(world: World, call: Call, file_id: str) -> Answer:
    """files.get: "root" is the caller's own drive."""
    return _file(call, _root(world) if file_id in {"root", world.root} else world.file(file_id, call.email))


def files_update(world: World, call: Call, file_id: str) -> Answer:
    """files.update: another name, other parents, into the bin and out of it."""
    world.file(file_id, call.email, to_write=True)
    body = _body(call)
    changed: Json = {key: body[key] for key in ("name", "trashed") if key in body}
    if "name" in changed and file_id in world.books:
        book = world.books[file_id].copy()
        book.properties = book.properties | {"title": changed["name"]}
        world.books[file_id] = book
    old: list[str] = world.files[file_id]["parents"]
    gone, added = _listed(call, "removeParents"), _listed(call, "addParents")
    changed["parents"] = [*(each for each in old if each not in gone), *(each for each in added if each not in old)]
    world.files[file_id] = world.files[file_id] | changed
    world.touch(file_id)
    return _file(call, world.files[file_id])


def files_delete(world: World, call: Call, file_id: str) -> Answer:
    """files.delete: for good, and only by an owner."""
    world.file(file_id, call.email)
    if world.rank(file_id, call.email) < 5:
        text = "The user does not have sufficient permissions for this file."
        raise drive_error(403, text, "insufficientFilePermissions")
    world.forget(file_id)
    return Answer(204, b"", {"Content-Type": "text/html", "Vary": "Origin, X-Origin"})


def files_copy(world: World, call: Call, file_id: str) -> Answer:
    """files.copy: a spreadsheet with everything in it; "Copy of …" unless another name is given."""
    old = world.file(file_id, call.email)
    body = _body(call)
    name = body.get("name") or f"Copy of {old['name']}"
    if file_id in world.books:
        source = world.books[file_id].copy()
        new = world.create(name, owner=call.email)
        source.id, source.properties = new.id, source.properties | {"title": name}
        world.books[new.id] = source
        record = world.files[new.id]
    else:
        record = world.add_file(name, old["mimeType"], owner=call.email)
    if body.get("parents"):
        record["parents"] = body["parents"]
    return _file(call, record)


def files_export(world: World, call: Call, file_id: str) -> Answer:
    """files.export: the first sheet as text/csv, or the whole as a workbook."""
    world.file(file_id, call.email)
    kind = call.first("mimeType")
    if file_id not in world.books:
        raise drive_error(403, "Export only supports Docs Editors files.", "fileNotExportable")
    body = exports.exported(world.books[file_id], kind)
    if body is None:
        text = "The requested conversion is not supported."
        raise drive_error(400, text, "badRequest", "convertTo")
    if len(body) > 10 * 2**20:
        raise drive_error(403, "This file is too large to be exported.", "exportSizeLimitExceeded")
    return Answer(200, body, {"Content-Type": kind} | _HEADERS)


def comments_list(world: World, call: Call, file_id: str) -> Answer:
    """comments.list: Drive insists on `fields` for it."""
    world.file(file_id, call.email)
    found: Json = {"kind": "drive#commentList", "comments": world.comments.get(file_id, [])}
    mask = masks.read(_required_fields(call), "CommentList", DRIVE)
    return answered(masks.cut_document(found, mask), headers=_HEADERS)


def comments_create(world: World, call: Call, file_id: str) -> Answer:
    """comments.create."""
    world.file(file_id, call.email)
    mask = masks.read(_required_fields(call), "Comment", DRIVE)
    body = proto.parsed("Comment", call.json(), service=DRIVE)
    now = stamp(world.clock.now())
    comment: Json = {"kind": "drive#comment", "id": f"AAAA{world.chance.randrange(16**8):08x}", "createdTime": now}
    comment |= {key: body[key] for key in ("content", "anchor") if key in body}
    world.comments[file_id] = [*world.comments.get(file_id, []), comment]
    return answered(masks.cut_document(comment, mask), headers=_HEADERS)


def import_csv(world: World, call: Call, file_id: str) -> Answer:
    """files.update of Drive v2 with text/csv as the body: the table becomes the only sheet of the spreadsheet."""
    world.file(file_id, call.email, to_write=True)
    if file_id not in world.books:
        raise drive_not_found(file_id)
    edit = world.edit(file_id, call.email)
    exports.fill(edit.book, call.body.decode("utf-8-sig"))
    world.commit(edit)
    return answered(_old(world.files[file_id]), headers=_HEADERS)


def insert(world: World, call: Call) -> Answer:
    """files.insert of Drive v2, which old clients make spreadsheets and folders with."""
    body = proto.parsed("File", call.json(), service=OLD_DRIVE)
    new = {"name": body.get("title", "Untitled"), "mimeType": body.get("mimeType", ""), "parents": _parents(body)}
    created = files_create(world, replace(call, body=json.dumps(new).encode(), query={}))
    return answered(_old(world.files[created.json()["id"]]), headers=_HEADERS)


def _parents(body: Json) -> list[str]:
    return [each["id"] for each in body.get("parents", []) if "id" in each]


def _old(record: Json) -> Json:
    """A record as Drive v2 tells it."""
    return {
        "kind": "drive#file",
        "id": record["id"],
        "title": record["name"],
        "mimeType": record["mimeType"],
        "createdDate": record["createdTime"],
        "modifiedDate": record["modifiedTime"],
        "version": record["version"],
        "parents": [{"kind": "drive#parentReference", "id": each} for each in record["parents"]],
    }


def _root(world: World) -> Json:
    return {"kind": "drive#file", "id": world.root, "name": "My Drive", "mimeType": FOLDER}


def _file(call: Call, record: Json) -> Answer:
    fields = call.first("fields")
    if not fields:
        return answered({key: record[key] for key in _USUAL}, headers=_HEADERS)
    return answered(masks.cut_document(record, masks.read(fields, "File", DRIVE)), headers=_HEADERS)


def _body(call: Call) -> Json:
    return proto.parsed("File", call.json(), service=DRIVE)


def _listed(call: Call, name: str) -> list[str]:
    return [each for each in call.first(name).split(",") if each]


def _required_fields(call: Call) -> str:
    fields = call.first("fields")
    if not fields:
        text = "The 'fields' parameter is required for this method."
        raise drive_error(400, text, "required", "fields")
    return fields
