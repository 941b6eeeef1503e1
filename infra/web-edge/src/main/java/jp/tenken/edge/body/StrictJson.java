package jp.tenken.edge.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import jp.tenken.edge.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** From bytes to a JSON tree, with nothing forgiven. Stateless, thread-safe. */
public final class StrictJson {

    /** Deepest nesting of a body. */
    public static final int MAX_DEPTH = 32;

    // Above the largest body, so that only the nesting and the numbers are its business.
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxNumberLength(40)
                                                    .maxNameLength(256)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictJson() {}

    /**
     * Parses one JSON value.
     *
     * @param body UTF-8 without a byte order mark
     * @throws Refusal {@code body-missing}, {@code body-encoding}, {@code body-too-deep}, {@code
     *     body-duplicate-field} or {@code body-malformed}
     */
    public static JsonNode parse(byte[] body) {
        String text = text(body);
        if (text.isBlank()) {
            throw Refusal.of("body-missing");
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null || parser.nextToken() != null) {
                throw Refusal.of("body-malformed");
            }
            return node;
        } catch (StreamConstraintsException tooMuch) {
            throw Refusal.of("body-too-deep", "max", MAX_DEPTH);
        } catch (MismatchedInputException duplicate) {
            // A tree takes any shape, so the only mismatch left is a name that came twice.
            throw Refusal.of("body-duplicate-field");
        } catch (JacksonException malformed) {
            throw Refusal.of("body-malformed");
        }
    }

    /**
     * Decodes text.
     *
     * @throws Refusal {@code body-encoding} when it is not valid UTF-8
     */
    public static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw Refusal.of("body-encoding");
        }
    }
}
