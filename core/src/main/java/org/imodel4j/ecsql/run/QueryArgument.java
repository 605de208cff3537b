package org.imodel4j.ecsql.run;

import java.util.List;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** A value for a parameter; the kinds are those of a query request. */
public sealed interface QueryArgument {
    record OfBoolean(boolean value) implements QueryArgument {}

    record OfDouble(double value) implements QueryArgument {}

    record OfId(long value) implements QueryArgument {}

    /** @param ids in any order */
    record OfIdSet(long[] ids) implements QueryArgument {}

    record OfInteger(int value) implements QueryArgument {}

    record OfLong(long value) implements QueryArgument {}

    record OfNull() implements QueryArgument {}

    record OfPoint2d(double x, double y) implements QueryArgument {}

    record OfPoint3d(double x, double y, double z) implements QueryArgument {}

    record OfString(String value) implements QueryArgument {}

    record OfBlob(byte[] bytes) implements QueryArgument {}

    /** Members by their names in ECSQL or JavaScript, without regard to case. */
    record OfStruct(JsonObject members) implements QueryArgument {}

    /** An instant or local time as the Julian day that files hold. */
    record OfDateTime(double julianDay) implements QueryArgument {}

    /** @param relationshipClassId 0 for the relationship class of the property that it is compared with */
    record OfNavigation(long id, long relationshipClassId) implements QueryArgument {}

    record OfArray(JsonArray items) implements QueryArgument {}

    QueryArgument NULL = new OfNull();

    static QueryArgument of(String value) {
        return new OfString(value);
    }

    static QueryArgument of(long value) {
        return new OfLong(value);
    }

    static QueryArgument of(double value) {
        return new OfDouble(value);
    }

    static QueryArgument of(boolean value) {
        return new OfBoolean(value);
    }

    static QueryArgument id(long id) {
        return new OfId(id);
    }

    static QueryArgument idSet(List<Long> ids) {
        return new OfIdSet(ids.stream().mapToLong(Long::longValue).toArray());
    }
}
