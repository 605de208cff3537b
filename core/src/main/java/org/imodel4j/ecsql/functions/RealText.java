package org.imodel4j.ecsql.functions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * Real numbers that become text. The reference has 15 digits, as SQLite had them for twenty years; since 3.52 they are 17, and
 * no setting within reach of the driver brings the 15 back.
 */
public final class RealText {
    /** The SQL function {@code (value)}: a real number as text, anything else as it is. */
    public static final String FUNCTION = "imodel4j_real_text";

    /** The SQL function {@code (value)}: the value as JSON text, for {@code json()} to take. */
    public static final String JSON = "imodel4j_real_json";

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LARGEST_PLAIN_EXPONENT = 14;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private RealText() {}

    static List<SqlFunction> all() {
        return List.of(
                new SqlFunction.Scalar(FUNCTION, 1, true, RealText::text),
                new SqlFunction.Scalar(JSON, 1, true, RealText::json));
    }

    private static void json(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        switch (arguments.type(0)) {
            case SqliteStatement.INTEGER -> result.set(Long.toString(arguments.longAt(0)));
            case SqliteStatement.REAL -> {
                double value = arguments.doubleAt(0);
                // As SQLite writes what JSON has no number for.
                result.set(Double.isInfinite(value) ? (value > 0 ? "9.0e+999" : "-9.0e+999") : of(value));
            }
            case SqliteStatement.TEXT -> {
                String text = arguments.textAt(0);
                result.set(text == null ? null : Json.write(JsonValue.of(text)));
            }
            case SqliteStatement.BLOB -> result.set(arguments.blobAt(0));
            default -> {}
        }
    }

    private static void text(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        switch (arguments.type(0)) {
            case SqliteStatement.INTEGER -> result.set(arguments.longAt(0));
            case SqliteStatement.REAL -> result.set(of(arguments.doubleAt(0)));
            case SqliteStatement.TEXT -> result.set(arguments.textAt(0));
            case SqliteStatement.BLOB -> result.set(arguments.blobAt(0));
            default -> {}
        }
    }

    /** As C prints it with {@code %.15g}, and with at least one digit behind the point. */
    static String of(double value) {
        if (value == 0) {
            return "0.0";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            String plain = rounded.toPlainString();
            return rounded.scale() <= 0 ? plain + ".0" : plain;
        }
        String digits = rounded.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + '.'
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + (size.length() < 2 ? "0" : "")
                + size;
    }
}
