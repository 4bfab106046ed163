package io.eyegoogler.bench.http;

import io.eyegoogler.bench.MadePhotos;
import io.eyegoogler.bench.PhotoSize;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Photos as users send them, and some that they send by mistake. */
final class MixedPhotos {

    private static final int OK = 200;
    private static final int UNSUPPORTED = 415;
    private static final int UNREADABLE = 422;

    private MixedPhotos() {}

    /**
     * A file.
     *
     * @param status the answer that it is to get
     */
    record Sent(String name, byte[] file, int status) {}

    static List<Sent> all() {
        byte[] jpeg = MadePhotos.portrait(PhotoSize.FULL_HD);
        byte[] flipped = jpeg.clone();
        Arrays.fill(flipped, 0, 2, (byte) 0);
        BufferedImage portrait = Photos.portrait();
        return List.of(
                new Sent("portrait, 0.3 megapixels", MadePhotos.portrait(PhotoSize.SMALL), OK),
                new Sent("portrait, 2 megapixels", jpeg, OK),
                new Sent("portrait, 12 megapixels", MadePhotos.portrait(PhotoSize.TWELVE), OK),
                new Sent("nine faces, 5 megapixels", MadePhotos.group(9, PhotoSize.FIVE), OK),
                new Sent("PNG", Photos.PORTRAIT, OK),
                new Sent(
                        "PNG with transparency",
                        Photos.encode(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, portrait), "png"),
                        OK),
                new Sent("gray PNG", Photos.encode(Photos.as(BufferedImage.TYPE_BYTE_GRAY, portrait), "png"), OK),
                new Sent("GIF", Photos.encode(portrait, "gif"), OK),
                new Sent("TIFF", Photos.encode(portrait, "tiff"), OK),
                new Sent("BMP", Photos.encode(portrait, "bmp"), OK),
                new Sent("no face: a cat", Photos.resource("/photos/chelsea.png"), OK),
                new Sent("no face: a rocket", Photos.resource("/photos/rocket.jpg"), OK),
                new Sent("a JPEG cut off", Arrays.copyOf(jpeg, jpeg.length / 2), UNREADABLE),
                new Sent("a PNG cut off", Arrays.copyOf(Photos.PORTRAIT, Photos.PORTRAIT.length / 2), UNREADABLE),
                new Sent("a JPEG without its beginning", flipped, UNSUPPORTED),
                new Sent("text", "no photo at all".getBytes(StandardCharsets.UTF_8), UNSUPPORTED));
    }
}
