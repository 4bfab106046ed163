package io.eyegoogler.testing;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made frames of any place, size, blending and disposal, with shapes of any transparency. */
public final class RandomFrames {

    private final Random random;
    private final int width;
    private final int height;
    private final boolean translucent;

    public RandomFrames(long seed, int width, int height, boolean translucent) {
        this.random = new Random(seed);
        this.width = width;
        this.height = height;
        this.translucent = translucent;
    }

    /** Returns frames of which the first covers the canvas; places are even, as WebP needs them. */
    public List<AnimatedFile.Part> parts(int count) {
        List<AnimatedFile.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int x = i == 0 ? 0 : 2 * random.nextInt(width / 2);
            int y = i == 0 ? 0 : 2 * random.nextInt(height / 2);
            int w = i == 0 ? width : 1 + random.nextInt(width - x);
            int h = i == 0 ? height : 1 + random.nextInt(height - y);
            parts.add(new AnimatedFile.Part(
                    picture(w, h), x, y, random.nextInt(3), random.nextBoolean(), 2 + random.nextInt(30)));
        }
        return parts;
    }

    private BufferedImage picture(int w, int h) {
        BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_4BYTE_ABGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        if (random.nextInt(4) > 0) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillRect(0, 0, w, h);
        }
        for (int i = 0; i < 12; i++) {
            int alpha = translucent ? random.nextInt(256) : 255 * random.nextInt(2);
            graphics.setColor(new Color(random.nextInt(1 << 24) | alpha << 24, true));
            graphics.fillOval(random.nextInt(w), random.nextInt(h), 1 + random.nextInt(w), 1 + random.nextInt(h));
        }
        graphics.dispose();
        return picture;
    }
}
