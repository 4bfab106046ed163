package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.rfb.Frame;
import java.util.List;

record Effort(List<Integer> sizes, List<Double> borders, boolean tiles) {
    static Effort BALANCED = new Effort(List.of(480, 128), List.of(0.0, 0.25), false);
    static Effort THOROUGH = new Effort(List.of(960, 480, 128), List.of(0.0, 0.0, 0.25), true);
    static Effort GLANCE = new Effort(List.of(320, 128), List.of(0.0, 0.25), false);
    static Effort of(DetectionMode mode) {
        return mode == DetectionMode.THOROUGH ? THOROUGH : BALANCED;
    }
    List<Frame> frames(PhotoSampler photo) {
        java.util.ArrayList<Frame> f = new java.util.ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) f.add(Frame.whole(photo, sizes.get(i), borders.get(i)));
        return f;
    }
}
