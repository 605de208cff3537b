package org.imodel4j.ecsql.run;

import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.Types;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonArray;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * Binds an argument to one SQL parameter if its kind fits what the parameter is compared with. The matrix of what fits was
 * observed at the reference:
 *
 * <ul>
 *   <li>an id property takes whole numbers, ids and texts; a text in hexadecimal form is an id
 *   <li>a DateTime takes texts and instants whose kind agrees with its own
 *   <li>a geometry takes blobs; a point one of as many coordinates; navigation, struct and array values their like
 *   <li>all others take any single value, which SQLite then compares as it does
 * </ul>
 */
final class SlotBinder {
    private final Translation.Slot slot;
    private final SqliteStatement to;
    private final int at;

    SlotBinder(Translation.Slot slot, SqliteStatement to, int at) {
        this.slot = slot;
        this.to = to;
        this.at = at;
    }

    /** False, and nothing bound, when the argument does not fit. */
    boolean bind(QueryArgument argument) {
        return switch (argument) {
            case QueryArgument.OfNull value -> nothing();
            case QueryArgument.OfIdSet value -> false;
            case QueryArgument.OfInteger value -> whole(value.value());
            case QueryArgument.OfLong value -> whole(value.value());
            case QueryArgument.OfId value -> whole(value.value());
            case QueryArgument.OfBoolean value -> !slot.idProperty() && whole(value.value() ? 1 : 0);
            case QueryArgument.OfDouble value -> bindDouble(value.value());
            case QueryArgument.OfString value -> text(value.value());
            case QueryArgument.OfBlob value -> blob(value.bytes());
            case QueryArgument.OfDateTime value -> dateTime(value.julianDay(), value.info());
            case QueryArgument.OfPoint2d value ->
                is(PrimitiveType.POINT2D) && real(slot.leaf().equals("X") ? value.x() : value.y());
            case QueryArgument.OfPoint3d value -> is(PrimitiveType.POINT3D) && coordinate(value);
            case QueryArgument.OfStruct value ->
                slot.type() instanceof ValueType.Struct struct
                        && new StructMembers(slot, to, at).bind(struct, value.members());
            case QueryArgument.OfNavigation value ->
                slot.type() instanceof ValueType.Navigation navigation && navigation(value, navigation);
            case QueryArgument.OfArray value ->
                (slot.type() instanceof ValueType.PrimitiveArray || slot.type() instanceof ValueType.StructArray)
                        && array(value.items());
        };
    }

    boolean bindLong(long value) {
        return whole(value);
    }

    boolean bindDouble(double value) {
        return !slot.idProperty() && takesAny() && real(value);
    }

    boolean bindText(String value) {
        return text(value);
    }

    private boolean nothing() {
        to.bindNull(at);
        return true;
    }

    private boolean array(JsonArray items) {
        String text = ArrayText.of(items, slot.type());
        return text != null && (items.size() == 0 ? nothing() : string(text));
    }

    private boolean is(PrimitiveType type) {
        return slot.type() instanceof ValueType.Primitive primitive && primitive.primitive() == type;
    }

    /** Numbers, texts, blobs: what SQLite compares as it is. */
    private boolean takesAny() {
        return switch (slot.type()) {
            case ValueType.Primitive primitive ->
                switch (primitive.primitive()) {
                    case DATE_TIME, GEOMETRY, POINT2D, POINT3D -> false;
                    default -> true;
                };
            case ValueType.Null none -> true;
            case ValueType.Unknown unknown -> true;
            case ValueType.Dynamic dynamic -> true;
            case ValueType.Struct struct -> false;
            case ValueType.PrimitiveArray array -> false;
            case ValueType.StructArray array -> false;
            case ValueType.Navigation navigation -> false;
        };
    }

    private boolean whole(long value) {
        if (takesAny()) {
            to.bindLong(at, value);
            return true;
        }
        return false;
    }

    private boolean real(double value) {
        to.bindDouble(at, value);
        return true;
    }

    /** Halves of surrogate pairs that stand alone have no form in UTF-8. */
    private boolean string(String text) {
        to.bindText(at, WholeText.of(text));
        return true;
    }

    private boolean blob(byte[] bytes) {
        if (slot.idProperty() || !(takesAny() || is(PrimitiveType.GEOMETRY))) {
            return false;
        }
        to.bindBlob(at, bytes);
        return true;
    }

    private boolean text(String text) {
        if (is(PrimitiveType.DATE_TIME)) {
            DateTimeText moment = DateTimeText.tryParse(text);
            return moment != null && dateTime(moment.julianDay(), moment.info());
        }
        if (!takesAny()) {
            return false;
        }
        if (slot.idProperty()) {
            return idText(text);
        }
        if (!text.isEmpty() && Types.isId(slot.type())) {
            Long id = number(text);
            return id != null && whole(id);
        }
        if (!text.isEmpty() && "BeGuid".equals(slot.type().extendedType())) {
            Guid guid = Guid.tryParse(text);
            return guid != null && blob(guid.toBytes());
        }
        return string(text);
    }

    private boolean idText(String text) {
        if (!isHex(text)) {
            return string(text);
        }
        Long id = number(text);
        return id != null && whole(id);
    }

    private static boolean isHex(String text) {
        return text.length() > 2 && text.charAt(0) == '0' && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
    }

    private static @Nullable Long number(String text) {
        String digits = isHex(text) ? text.substring(2) : text;
        try {
            return digits.startsWith("+") ? null : Long.parseUnsignedLong(digits, isHex(text) ? 16 : 10);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private boolean dateTime(double julianDay, @Nullable DateTimeInfo info) {
        if (!(slot.type() instanceof ValueType.Primitive primitive)
                || primitive.primitive() != PrimitiveType.DATE_TIME
                || Double.isNaN(julianDay)
                || (info != null && info.kind() == DateTimeInfo.Kind.LOCAL)
                || !Types.sameDateTime(primitive.dateTime(), info)) {
            return false;
        }
        return real(julianDay);
    }

    private boolean coordinate(QueryArgument.OfPoint3d point) {
        return real(
                switch (slot.leaf()) {
                    case "X" -> point.x();
                    case "Y" -> point.y();
                    default -> point.z();
                });
    }

    private boolean navigation(QueryArgument.OfNavigation value, ValueType.Navigation navigation) {
        if (slot.leaf().equals("Id")) {
            to.bindLong(at, value.id());
        } else {
            to.bindLong(
                    at,
                    value.relationshipClassId() == 0 ? navigation.relationshipClassId() : value.relationshipClassId());
        }
        return true;
    }
}
