package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.FaceResult;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.Point;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EyeListReaderTest {

    private static String list(String... entries) {
        return "[" + String.join(",", entries) + "]";
    }

    private static String refusal(String json) {
        RuntimeException refusal = assertThrows(RuntimeException.class, () -> EyeListReader.read(json));
        assertTrue(
                refusal instanceof InvalidOptionException
                        || refusal instanceof HttpErrorException error && error.status() == HttpStatus.BAD_REQUEST,
                refusal::toString);
        return refusal.getMessage();
    }

    @Test
    void entry_hasWhatItSays() {
        Eye expected = new Eye(
                Eye.Side.LEFT, new Point(227.5, -2.25e2), 31, -0.1, new Point(0.3, -0.8), Optional.of(EyeStyle.CAT));

        assertEquals(List.of(expected), EyeListReader.read(list("""
                                {"x": 227.5, "y": -2.25e2, "radius": 31, "roll": -0.1, "side": "left",
                                 "pupil": {"x": 0.3, "y": -0.8}, "style": "cat"}""")));
    }

    @Test
    void entryOfThreeNumbers_isUpright_withItsPupilDown() {
        assertEquals(List.of(Eye.at(1, 2, 3)), EyeListReader.read("[{\"x\":1,\"y\":2,\"radius\":3}]"));
        assertEquals(List.of(), EyeListReader.read(" [ ] "));
    }

    @Test
    void sideThatIsLeftOut_isThatOfItsPlaceInThePair() {
        // Two level pairs, the second upside down.
        List<Eye.Side> sides = EyeListReader.read(list(
                        "{\"x\":10,\"y\":0,\"radius\":3}",
                        "{\"x\":20,\"y\":1,\"radius\":3}",
                        "{\"x\":110,\"y\":0,\"radius\":3,\"roll\":3.1}",
                        "{\"x\":120,\"y\":0,\"radius\":3,\"roll\":3.1}"))
                .stream()
                .map(Eye::side)
                .toList();

        assertEquals(List.of(Eye.Side.RIGHT, Eye.Side.LEFT, Eye.Side.LEFT, Eye.Side.RIGHT), sides);
    }

    @Test
    void everyDouble_isReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(3);
        List<Eye> eyes = Stream.generate(() -> {
                    double angle = 7 * random.nextDouble();
                    return new Eye(
                            random.nextBoolean() ? Eye.Side.RIGHT : Eye.Side.LEFT,
                            new Point(1e4 * random.nextDouble(), -Math.exp(16 * random.nextDouble())),
                            1e5 * random.nextDouble(),
                            angle - 3.5,
                            new Point(Math.cos(angle), Math.sin(angle)),
                            Optional.of(EyeStyle.values()[random.nextInt(EyeStyle.values().length)]));
                })
                .limit(EyeListReader.MAX_EYES)
                .toList();
        byte[] written =
                FacesJson.facesAndEyes(new FaceResult(new FaceResult.Size(1, 1), List.of(), eyes, 0), Optional.empty());
        JsonArray array = JsonParser.parseString(new String(written, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonArray("eyes");

        assertEquals(eyes, EyeListReader.read(array.toString()));
        assertTrue(
                2 * array.toString().length() < EyeListReader.MAX_BYTES,
                array.toString().length() + " bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x':1,'y':2}                                | eyes[1].radius is missing; send a number.",
                "{'y':2,'radius':3}                           | eyes[1].x",
                "{'x':1,'y':2,'radius':-1}                    | eyes[1].radius",
                "{'x':1,'y':2,'radius':100001}                | eyes[1].radius",
                "{'x':1e8,'y':2,'radius':3}                   | eyes[1].x",
                "{'x':1,'y':1e400,'radius':3}                 | eyes[1].y",
                "{'x':'1','y':2,'radius':3}                   | eyes[1].x",
                "{'x':null,'y':2,'radius':3}                  | eyes[1].x",
                "{'x':1,'y':[2],'radius':3}                   | eyes[1].y",
                "{'x':1,'y':2,'radius':3,'roll':101}          | eyes[1].roll",
                "{'x':1,'y':2,'radius':3,'roll':true}         | eyes[1].roll",
                "{'x':1,'y':2,'radius':3,'side':'Right'}      | eyes[1].side",
                "{'x':1,'y':2,'radius':3,'style':'picasso'}   | eyes[1].style",
                "{'x':1,'y':2,'radius':3,'style':null}        | eyes[1].style",
                "{'x':1,'y':2,'radius':3,'pupil':0}           | eyes[1].pupil",
                "{'x':1,'y':2,'radius':3,'pupil':{'x':0}}     | eyes[1].pupil.y",
                "{'x':1,'y':2,'radius':3,'pupil':{'x':0.8,'y':0.8}}       | eyes[1].pupil",
                "{'x':1,'y':2,'radius':3,'pupil':{'x':0,'y':0,'z':0}}     | eyes[1].pupil",
                "{'x':1,'y':2,'radius':3,'pupil':{'x':0,'y':0,'x':0}}     | eyes[1].pupil",
                "{'x':1,'y':2,'radius':3,'colour':'red'}      | eyes[1]",
                "{'x':1,'y':2,'radius':3,'x':1}               | eyes[1] has the member x twice",
                "[]                                           | eyes[1]",
                "7                                            | eyes[1]",
                "null                                         | eyes[1]",
                "{'x':NaN,'y':2,'radius':3}                   | eyes[1].x",
                "{'x':1,'y':Infinity,'radius':3}              | eyes[1].y",
                "{'x':01,'y':2,'radius':3}                    | eyes[1].x",
                "{x:1,'y':2,'radius':3}                       | eyes[1]",
                "{'x':1;'y':2,'radius':3}                     | eyes[1]"
            },
            quoteCharacter = '`')
    void malformedEntry_isNamedWithItsMember(String entry, String place) {
        String message = refusal(list("{\"x\":1,\"y\":2,\"radius\":3}", entry.replace('\'', '"')));

        assertTrue(message.contains(place), message);
        assertTrue(message.length() < 400, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"eyes\":[]}",
                "[",
                "[{",
                "[]]",
                "[] []",
                "[],",
                "[,]",
                "[{},]",
                "// no\n[]",
                "'[]'",
                "\uFEFF{}",
                ")]}'\n[]",
                "\u0000"
            })
    void nonArray_isInvalid(String json) {
        assertTrue(refusal(json).contains("eyes"));
    }

    @Test
    void listsThatAreTooLong_tooDeepOrOfHugeTokens_areInvalid() {
        String entry = "{\"x\":1,\"y\":2,\"radius\":3}";
        assertEquals(
                2000,
                EyeListReader.read(list(Collections.nCopies(2000, entry).toArray(String[]::new)))
                        .size());
        assertTrue(refusal(list(Collections.nCopies(2001, entry).toArray(String[]::new)))
                .contains("2000"));
        assertTrue(refusal("[".repeat(500_000)).contains("eyes[0]"));
        assertTrue(refusal("[" + "{\"x\":".repeat(100_000)).contains("eyes[0].x"));
        assertTrue(refusal("[{\"x\":" + "9".repeat(1_000_000) + "}]").length() < 400);
        assertTrue(refusal("[{\"" + "x".repeat(1_000_000) + "\":1}]").length() < 400);
        assertTrue(refusal("[{\"style\":\"" + "x".repeat(1_000_000) + "\"}]").length() < 600);
    }
}
