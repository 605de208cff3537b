package org.imodel4j.ecsql.run;

import java.util.List;
import org.imodel4j.ec.DateTimeInfo;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

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

    /**
     * An instant or local time as the Julian day that files hold.
     *
     * @param info what it says of its kind; null fits properties of every kind
     */
    record OfDateTime(double julianDay, @Nullable DateTimeInfo info) implements QueryArgument {
        public OfDateTime(double julianDay) {
            this(julianDay, null);
        }
    }

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

    /**
     * A date, a time of day or both in ISO 8601; Z at the end says UTC.
     *
     * @throws org.imodel4j.error.IModelException for texts of another form
     */
    static QueryArgument dateTime(String iso) {
        DateTimeText moment = DateTimeText.tryParse(iso);
        if (moment == null) {
            throw ECSqlFailure.of("Error binding DateTime");
        }
        return new OfDateTime(moment.julianDay(), moment.info());
    }

    static QueryArgument id(long id) {
        return new OfId(id);
    }

    static QueryArgument idSet(List<Long> ids) {
        return new OfIdSet(ids.stream().mapToLong(Long::longValue).toArray());
    }
}
