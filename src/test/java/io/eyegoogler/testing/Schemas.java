package io.eyegoogler.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** JSON Schema: the schemas within one document, or the official ones of OpenAPI. */
final class Schemas {

    /** Its dialect included: schemas within the document are checked as such. */
    private static final String OPENAPI = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";

    private static final String DOCUMENT = "https://eyegoogler.example/openapi.json";

    private final SchemaRegistry registry;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    /** The schemas in {@code document}. */
    Schemas(String document) {
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, document)));
    }

    /** What is wrong with {@code json} by the schema at that JSON pointer. */
    List<String> errors(String pointer, String json) {
        Schema schema =
                known.computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + at)));
        return texts(schema.validate(json, InputFormat.JSON));
    }

    /** What is wrong with {@code document} by OpenAPI 3.1. */
    static List<String> openApiErrors(String document) {
        SchemaRegistry official = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaIdResolvers(
                        resolvers -> resolvers.mapPrefix("https://spec.openapis.org", "classpath:spec.openapis.org")));
        return texts(official.getSchema(SchemaLocation.of(OPENAPI)).validate(document, InputFormat.JSON));
    }

    private static List<String> texts(List<Error> errors) {
        return errors.stream().map(Error::toString).toList();
    }
}
