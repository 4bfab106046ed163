package io.eyegoogler.bench.scale;

import io.eyegoogler.bench.MadePhotos;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Photos as they are on a disk: crops of a few pictures, brighter or darker, from 0.3 to 12 megapixels and most of them
 * small. The same pictures give the same files, each of which depends on its number alone.
 */
final class PhotoCollection {

    /** Megapixels. */
    private static final double MIN_SIZE = 0.3;

    private static final double MAX_SIZE = 12;
    /** The least that a crop keeps of each side: of the portrait, the face. */
    private static final double MIN_CROP = 0.75;
    /** Factors on brightness. */
    private static final double MIN_BRIGHTNESS = 0.7;

    private static final double MAX_BRIGHTNESS = 1.3;
    /** One photo in so many has no face. */
    private static final int FACELESS = 10;

    private static final List<String> WITHOUT_FACE = List.of("/photos/chelsea.png", "/photos/coffee.png");

    private final List<BufferedImage> faces = new ArrayList<>();
    private final List<BufferedImage> others = new ArrayList<>();

    /** @param more a folder of JPEG and PNG files to use in addition to the tests' portrait; null for none */
    PhotoCollection(Path more) throws IOException {
        faces.add(Photos.portrait());
        WITHOUT_FACE.forEach(name -> others.add(Photos.decode(Photos.resource(name))));
        if (more != null) {
            try (Stream<Path> files = Files.list(more)) {
                files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png)"))
                        .sorted()
                        .forEach(file -> faces.add(Photos.decode(read(file))));
            }
        }
    }

    /** Writes {@code count} photos into {@code folder}; those that are there stay. */
    void write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        IntStream.range(0, count).parallel().forEach(number -> {
            Path file = folder.resolve("%04d.jpg".formatted(number));
            if (!Files.exists(file)) {
                MadePhotos.write(file, () -> photo(number));
            }
        });
    }

    private BufferedImage photo(int number) {
        Random random = new Random(number);
        List<BufferedImage> pictures = number % FACELESS == 0 ? others : faces;
        BufferedImage picture = pictures.get(random.nextInt(pictures.size()));
        int width = (int) (picture.getWidth() * between(random, MIN_CROP, 1));
        int height = (int) (picture.getHeight() * between(random, MIN_CROP, 1));
        BufferedImage crop = picture.getSubimage(
                random.nextInt(picture.getWidth() - width + 1),
                random.nextInt(picture.getHeight() - height + 1),
                width,
                height);
        // The square of a number from 0 to 1 is small more often than large: a third of the photos are below 0.5 MP.
        double share = Math.pow(random.nextDouble(), 2);
        double pixels = 1e6 * MIN_SIZE * Math.pow(MAX_SIZE / MIN_SIZE, share);
        double scale = Math.sqrt(pixels / width / height);
        BufferedImage photo =
                MadePhotos.scaled(crop, (int) Math.round(width * scale), (int) Math.round(height * scale));
        float brightness = (float) between(random, MIN_BRIGHTNESS, MAX_BRIGHTNESS);
        return new RescaleOp(brightness, 0, null).filter(photo, photo);
    }

    private static double between(Random random, double min, double max) {
        return min + (max - min) * random.nextDouble();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
