package io.eyegoogler.bench.jmh;

import io.eyegoogler.bench.MadePhotos;
import io.eyegoogler.bench.PhotoSize;
import io.eyegoogler.image.PhotoReader;
import java.awt.image.BufferedImage;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The portrait in the sizes that benchmarks measure. */
@State(Scope.Benchmark)
public class PhotoState {

    private static final long MAX_PIXELS = 60_000_000;

    @Param({"0.3", "2", "12"})
    public String megapixels;

    public final PhotoReader reader = new PhotoReader(MAX_PIXELS);
    /** JPEG. */
    public byte[] file;
    /** Its pixels in the canonical layout. */
    public BufferedImage photo;

    @Setup(Level.Trial)
    public void read() {
        file = MadePhotos.portrait(PhotoSize.of(megapixels));
        photo = reader.read(file);
    }
}
