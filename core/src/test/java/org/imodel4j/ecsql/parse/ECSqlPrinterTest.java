package org.imodel4j.ecsql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of computed columns as recorded from iTwin.js 5.7. */
class ECSqlPrinterTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    I+1~[I] + 1
                    I - -1~[I] - -1
                    -(1)~-(1)
                    -(I)~-[I]
                    (I)*(I+1)~[I] * ([I] + 1)
                    ((1+2))~(1 + 2)
                    ((I+1)*2)~(([I] + 1) * 2)
                    (((I)))~[I]
                    ((SELECT 1))~(VALUES (1))
                    1&2|3~1 & 2 | 3
                    0x1F+1~0x1F + 1
                    .5+1~.5 + 1
                    'a'+'b'+'c'~'a' || 'b' || 'c'
                    'a'||'b'+'c'~'a' || 'b' || 'c'
                    'it''s'||S~'it''s' || [S]
                    count(*)~COUNT(*)
                    count(DISTINCT i)~COUNT(DISTINCT [i])
                    count(ALL S)~COUNT(ALL [S])
                    [count](1)~count(1)
                    Upper ( 'a' )~Upper('a')
                    rtrim('a')~RTRIM('a')
                    substr('abc',1,2)~substr('abc',1,2)
                    upper([text])~upper([text])
                    upper([a]]b])~upper([a]b])
                    ?+1~? + 1
                    : a||'b'~:[a] || 'b'
                    $~$
                    t.$->I~t.$->I
                    $ -> St.[In].N ?~$->St.In.N?
                    $->[Is]~$->Is
                    CAST(1 AS INT)~CAST (1 AS INTEGER)
                    CAST(1 AS [int])~CAST (1 AS int)
                    CAST(1 AS long)~CAST (1 AS LONG)
                    CAST(1 AS et.Color)~CAST (1 AS et.Color)
                    iif(1 = 1 , 'a' , 'b')~ IIF (1 = 1,'a','b')
                    1+IIF(I!=1,1,2)~1 +  IIF ([I] <> 1,1,2)
                    IIF(((1=1) and 2=2),1,2)~ IIF (((1 = 1) AND 2 = 2),1,2)
                    IIF(NOT (1=1) AND 2<>3 OR 4>=5, 1, 2)~ IIF (NOT (1 = 1) AND 2 <> 3 OR 4 >= 5,1,2)
                    IIF(S NOT LIKE 'a%' ESCAPE '/',1,2)~ IIF ([S] NOT LIKE 'a%' ESCAPE '/',1,2)
                    IIF(I NOT BETWEEN 1 AND 2,1,2)~ IIF ([I] NOT BETWEEN 1 AND 2,1,2)
                    IIF(I NOT IN (1,2),1,2)~ IIF ([I] NOT IN 1, 2,1,2)
                    IIF(I IN (SELECT I FROM et.Thing),1,2)~ IIF ([I] IN (SELECT [I] FROM [et].[Thing]),1,2)
                    IIF(B IS NOT FALSE,1,2)~ IIF ([B] IS NOT FALSE,1,2)
                    IIF(I=1 IS NOT TRUE,1,2)~ IIF ([I] = 1 IS NOT TRUE,1,2)
                    IIF(I+1 IS NOT 2,1,2)~ IIF ([I] + 1 IS NOT 2,1,2)
                    IIF(EXISTS(SELECT 1 FROM et.Thing),1,2)~ IIF (EXISTS SELECT 1 FROM [et].[Thing],1,2)
                    IIF(ECClassId IS (et.Thing, ONLY et:Note, ALL bis.Element),1,2)~ IIF ([ECClassId] IS ([et].[Thing],ONLY [et].[Note],ALL [bis].[Element]),1,2)
                    CASE WHEN 1=1 THEN 1 WHEN 2=2 THEN 2 ELSE 3 END~ CASE  WHEN 1 = 1 THEN 1 WHEN 2 = 2 THEN 2 ELSE 3 END\s
                    CASE WHEN 1=1 THEN 1 END + 1~ CASE  WHEN 1 = 1 THEN 1 END  + 1
                    DATE '2012-01-18T13:02:55'~TIMESTAMP '2012-01-18T13:02:55'
                    TIME '2012-01-18'~DATE '2012-01-18'
                    TIMESTAMP '10:00'~TIME '10:00'
                    current_timestamp~CURRENT_TIMESTAMP
                    NTILE(4) OVER (ORDER BY I)~ntile(4) OVER(ORDER BY [I])
                    lag(I,1) OVER w~LAG([I],1) OVER w
                    SUM(I) OVER (w ORDER BY I)~SUM([I]) OVER(w ORDER BY [I])
                    SUM(I) OVER ()~SUM([I]) OVER()
                    SUM(I) OVER (PARTITION BY B, S COLLATE BINARY ORDER BY I ASC, S ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE TIES)~SUM([I]) OVER(PARTITION BY [B], [S] COLLATE BINARY ORDER BY [I] ASC, [S] ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE TIES)
                    SUM(I) OVER (ORDER BY I DESC NULLS LAST RANGE 2 PRECEDING)~SUM([I]) OVER(ORDER BY [I] DESC NULLS LAST RANGE 2 PRECEDING)
                    count(*) filter (where I>50) over (partition by [Mod])~COUNT(*) FILTER(WHERE [I] > 50) OVER(PARTITION BY [Mod])
                    (SELECT DISTINCT 1)~(VALUES (1))
                    (SELECT 1 UNION SELECT 2 UNION ALL SELECT 3)~(VALUES (1) UNIONVALUES (2) UNION ALL VALUES (3))
                    (VALUES (1,2),(3,4))~(VALUES (1, 2) UNION ALL VALUES (3, 4))
                    (WITH a(x) AS (SELECT 1), b(y,z) AS (SELECT 2,3) SELECT x FROM a,b)~(WITH a(x AS (VALUES (1)), b(y, z) AS (VALUES (2, 3))SELECT [x] FROM a, b)
                    (SELECT I AS d FROM +ALL et.Thing t LIMIT 1 OFFSET 0)~(SELECT ([I]) AS d FROM +ALL [et].[Thing] t LIMIT 1 OFFSET 0)
                    (SELECT 1 FROM main.et.Thing t LEFT JOIN et.Note n ON 1=1)~(SELECT 1 FROM [main].[et].[Thing] t LEFT OUTER JOIN [et].[Note] n ON 1 = 1)
                    (SELECT 1 FROM et.Thing t JOIN et.Thing o USING et.Knows k BACKWARD)~(SELECT 1 FROM [et].[Thing] t JOIN [et].[Thing] o USING [et].[Knows] k BACKWARD)
                    (SELECT 1 FROM json1.json_each('[1,2]') j LIMIT 1)~(SELECT 1 FROM json1..json_each('[1,2]') LIMIT 1)
                    (SELECT COUNT(*) FROM et.Note WHERE W>0 GROUP BY T HAVING COUNT(*)>0 WINDOW w AS (PARTITION BY T), v AS (ORDER BY T) ORDER BY T LIMIT 1 OPTIONS a=true c)~(SELECT COUNT(*) FROM [et].[Note] WHERE [W] > 0 GROUP BY [T] ORDER BY [T] WINDOW , w AS (PARTITION BY [T])v AS (ORDER BY [T]) HAVING COUNT(*) > 0 LIMIT 1 ECSQLOPTIONS a=TRUE c)
                    """)
    void computedColumnsAreNamedAsRecorded(String expression, String name) {
        assertThat(ECSqlPrinter.print(onlyColumn(expression))).isEqualTo(name);
    }

    @Test
    void corpusNamesOfComputedColumnsArePrintedToTheBlank() throws IOException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonObject record : ParserCorpusTest.corpus()) {
            JsonObject expect = Objects.requireNonNull(record.object("expect"));
            JsonArray columns = expect.array("columns");
            if (columns == null || !"query".equals(record.text("kind"))) {
                continue;
            }
            if (!(ECSqlParser.parseForReader(Objects.requireNonNull(record.text("ecsql")))
                            instanceof Query.Select select)
                    || select.items().size() != columns.size()) {
                continue;
            }
            for (int i = 0; i < columns.size(); i++) {
                if (select.items().get(i) instanceof SelectItem.Value value
                        && value.alias() == null
                        && !(value.expression() instanceof Expression.Path)
                        && !(value.expression() instanceof Expression.NavigationValue)) {
                    String recorded = ((JsonObject) columns.get(i)).text("accessString");
                    String printed = ECSqlPrinter.print(value.expression(), withoutAlias());
                    compared++;
                    if (!Objects.requireNonNull(recorded).matches("\\Q" + printed + "\\E(_\\d+)?")) {
                        differences.add(record.text("id") + ": " + printed + " instead of " + recorded);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(200);
    }

    /** The one qualified path in the corpus' computed columns, as its resolved name is. */
    private static ECSqlPrinter.PathNames withoutAlias() {
        return path -> path.steps().get(0).name().equals("r")
                ? "RepositoryLink.[" + path.steps().get(1).name() + "]"
                : ECSqlPrinter.PathNames.AS_WRITTEN.nameOf(path);
    }

    static Expression onlyColumn(String expression) {
        Query.Select select = (Query.Select) ECSqlParser.parse("SELECT " + expression + " FROM et.Thing");
        return ((SelectItem.Value) select.items().get(0)).expression();
    }
}
