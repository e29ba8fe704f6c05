"""Drive's permissions: who may do what with a file, listed, given, changed and taken away."""

from tests.sheets_server import masks, proto
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.discovery import DRIVE
from tests.sheets_server.errors import ApiError, drive_error
from tests.sheets_server.plain import Json
from tests.sheets_server.world import World

_HEADERS = {"Vary": "Origin, X-Origin"}
_ROLES = ("owner", "organizer", "fileOrganizer", "writer", "commenter", "reader")
_KINDS = {"user": "emailAddress", "group": "emailAddress", "domain": "domain", "anyone": ""}


def permissions_list(world: World, call: Call, file_id: str) -> Answer:
    """permissions.list: only for who may share the file."""
    found = _shareable(world, call, file_id)
    fields = call.first("fields") or "kind,permissions(kind,id,type,role)"
    document: Json = {"kind": "drive#permissionList", "permissions": found}
    mask = masks.read(fields, "PermissionList", DRIVE)
    return answered(masks.cut_document(document, mask), headers=_HEADERS)


def permissions_create(world: World, call: Call, file_id: str) -> Answer:
    """permissions.create: somebody who has one already gets the new role."""
    present = _shareable(world, call, file_id)
    wanted = proto.parsed("Permission", call.json(), service=DRIVE)
    role, kind = wanted.get("role", ""), wanted.get("type", "")
    if role not in _ROLES or kind not in _KINDS:
        name = "role" if role not in _ROLES else "type"
        raise drive_error(400, f"The permission {name} field is required.", "required", f"permission.{name}")
    _check_owner(world, call, file_id, role)
    found = _made(world, kind, role, str(wanted.get(_KINDS[kind], "")))
    kept = [_lowered(each, role) for each in present if each["id"] != found["id"]]
    _keep(world, file_id, [*kept, found])
    return _one(call, found)


def permissions_get(world: World, call: Call, file_id: str, permission_id: str) -> Answer:
    """permissions.get."""
    return _one(call, _named(_shareable(world, call, file_id), permission_id))


def permissions_update(world: World, call: Call, file_id: str, permission_id: str) -> Answer:
    """permissions.update: another role."""
    present = _shareable(world, call, file_id)
    old = _named(present, permission_id)
    role = proto.parsed("Permission", call.json(), service=DRIVE).get("role", old["role"])
    if role not in _ROLES:
        raise drive_error(400, "The permission role field is invalid.", "invalid", "permission.role")
    _check_owner(world, call, file_id, role)
    found = old | {"role": role}
    _keep(world, file_id, [found if each is old else _lowered(each, role) for each in present])
    return _one(call, found)


def permissions_delete(world: World, call: Call, file_id: str, permission_id: str) -> Answer:
    """permissions.delete: everybody may give up their own, but the owner."""
    world.file(file_id, call.email)
    present: list[Json] = world.files[file_id]["permissions"]
    old = _named(present, permission_id)
    if old.get("emailAddress") != call.email:
        _shareable(world, call, file_id)
    if old["role"] == "owner":
        raise _insufficient()
    _keep(world, file_id, [each for each in present if each is not old])
    return Answer(204, b"", {"Content-Type": "text/html"} | _HEADERS)


def _shareable(world: World, call: Call, file_id: str) -> list[Json]:
    world.file(file_id, call.email, to_write=True)
    found: list[Json] = world.files[file_id]["permissions"]
    return found


def _check_owner(world: World, call: Call, file_id: str, role: str) -> None:
    """Only an owner gives a file away, and has to say twice that it is meant."""
    if role != "owner":
        return
    if call.first("transferOwnership").lower() != "true":
        text = "The transferOwnership parameter must be enabled when the permission role is 'owner'."
        raise drive_error(403, text, "forbidden", "transferOwnership")
    if world.rank(file_id, call.email) < world.rank(file_id, None):
        raise _insufficient()


def _lowered(present: Json, role: str) -> Json:
    """A file has one owner: the old one becomes an editor."""
    return present | {"role": "writer"} if role == "owner" == present["role"] else present


def _made(world: World, kind: str, role: str, whose: str) -> Json:
    if kind == "anyone":
        return {"kind": "drive#permission", "id": "anyoneWithLink", "type": kind, "role": role}
    if not whose:
        text = f"The specified {_KINDS[kind]} is invalid or not applicable for the given permission type."
        raise drive_error(400, text, "invalid", f"permission.{_KINDS[kind]}")
    found = world.permission(role, whose) | {"type": kind}
    if kind == "domain":
        found.pop("emailAddress")
        found["domain"] = whose
    return found


def _named(present: list[Json], permission_id: str) -> Json:
    for each in present:
        if each["id"] == permission_id:
            return each
    raise drive_error(404, f"Permission not found: {permission_id}.", "notFound", "permissionId")


def _keep(world: World, file_id: str, permissions: list[Json]) -> None:
    world.files[file_id] = world.files[file_id] | {"permissions": permissions}
    world.touch(file_id)


def _insufficient() -> ApiError:
    text = "The user does not have sufficient permissions for this file."
    return drive_error(403, text, "insufficientFilePermissions")


def _one(call: Call, found: Json) -> Answer:
    fields = call.first("fields") or "kind,id,type,role"
    return answered(masks.cut_document(found, masks.read(fields, "Permission", DRIVE)), headers=_HEADERS)
