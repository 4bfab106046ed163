package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The root package is the public API: these types, with nothing but each other and the JDK's in their signatures. */
class PublicApiTest {

    private static final Set<String> TYPES = Set.of(
            "Box",
            "Cancellation",
            "CustomEye",
            "DetectionMode",
            "Eye",
            "EyeGoogler",
            "EyeGooglerConfig",
            "EyeStyle",
            "Face",
            "FaceResult",
            "FaceTracker",
            "Gaze",
            "GooglyImage",
            "GooglyOptions",
            "GooglyPhoto",
            "InvalidOptionException",
            "Keypoints",
            "OutputFormat",
            "PhotoRejectedException",
            "Point",
            "Stage",
            "StageListener",
            "WorkCancelledException");

    private static Set<String> publicInRoot() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/eyegoogler"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .filter(name -> Modifier.isPublic(type(name).getModifiers()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("io.eyegoogler." + name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void publicTypes_areThoseThatAreMeant() throws IOException {
        assertEquals(new TreeSet<>(TYPES), publicInRoot());
    }

    @Test
    void signatures_haveNoTypeOfAnotherPackage() throws Exception {
        Set<String> others = new TreeSet<>();
        for (String name : TYPES) {
            Class<?> type = type(name);
            Stream.concat(Stream.of(type), Arrays.stream(type.getClasses()))
                    .flatMap(PublicApiTest::signatures)
                    .flatMap(PublicApiTest::classes)
                    .filter(each -> !each.isPrimitive()
                            && !each.getName().startsWith("java.")
                            && !each.getPackageName().equals("io.eyegoogler"))
                    .forEach(each -> others.add(name + ": " + each.getName()));
        }
        assertEquals(Set.of(), others);
    }

    private static Stream<Type> signatures(Class<?> type) {
        Stream<Type> methods = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> Stream.concat(
                        Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes())));
        Stream<Type> constructors =
                Arrays.stream(type.getConstructors()).flatMap(each -> Arrays.stream(each.getGenericParameterTypes()));
        Stream<Type> fields = Arrays.stream(type.getFields()).map(field -> field.getGenericType());
        return Stream.of(methods, constructors, fields).flatMap(each -> each);
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof Class<?> plain) {
            return Stream.of(plain.isArray() ? plain.getComponentType() : plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    classes(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicApiTest::classes));
        }
        return type instanceof GenericArrayType array ? classes(array.getGenericComponentType()) : Stream.of();
    }
}
