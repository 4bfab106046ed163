package io.eyegoogler.evaluate.report;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.evaluate.AnnotatedFace;
import io.eyegoogler.evaluate.Boxes;
import io.eyegoogler.evaluate.FaceScore;
import io.eyegoogler.evaluate.PhotoRun;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cuts a place out of a photo and draws on it what was annotated (green, solid, eyes as rings) and what was detected
 * (red, dashed, eyes as crosses): to be told apart by form as well as by color.
 */
final class CropPainter {

    /** Px of the crop. */
    private static final int SIDE = 240;
    /** Side of the place over that of the face in its middle, so that one sees where it is. */
    private static final double MARGIN = 2.4;

    private static final double EYE_RADIUS = 5;
    private static final Color OUTSIDE = new Color(0x2b2d31);
    private static final Color ANNOTATION = new Color(0x3ddc6b);
    private static final Color DETECTION = new Color(0xff5244);
    /** Under every line, so that it shows on skin and on snow. */
    private static final Color HALO = new Color(0, 0, 0, 80);

    private static final BasicStroke WIDE = new BasicStroke(4.5f);
    private static final BasicStroke SOLID = new BasicStroke(2.5f);
    private static final BasicStroke DASHED =
            new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 4}, 0);
    private static final BasicStroke DOTTED =
            new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2.5f, 4}, 0);

    private final Graphics2D graphics;
    private final AffineTransform toCrop;

    private CropPainter(Graphics2D graphics, AffineTransform toCrop) {
        this.graphics = graphics;
        this.toCrop = toCrop;
    }

    /** The place around {@code focus}, a box of {@code photo}, with all that {@code run} has there. */
    static BufferedImage paint(BufferedImage photo, PhotoRun run, Box focus) {
        BufferedImage crop = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = crop.createGraphics();
        graphics.setColor(OUTSIDE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double scale = SIDE / (MARGIN * Boxes.longerSide(focus));
        AffineTransform toCrop = AffineTransform.getTranslateInstance(SIDE / 2.0, SIDE / 2.0);
        toCrop.scale(scale, scale);
        toCrop.translate(-focus.middle().x(), -focus.middle().y());
        graphics.drawImage(photo, toCrop, null);
        CropPainter painter = new CropPainter(graphics, toCrop);
        run.photo().faces().forEach(painter::annotation);
        detections(run).forEach(painter::detection);
        graphics.dispose();
        return crop;
    }

    private static Stream<Face> detections(PhotoRun run) {
        Stream<Face> onFaces =
                run.score().faces().stream().map(FaceScore::detection).flatMap(Optional::stream);
        Stream<Face> others =
                Stream.of(run.score().falseAlarms(), run.score().uncounted()).flatMap(List::stream);
        return Stream.concat(onFaces, others);
    }

    private void annotation(AnnotatedFace face) {
        draw(rectangle(face.box()), ANNOTATION, face.ignored() ? DOTTED : SOLID);
        face.eyes().forEach(eye -> draw(ring(inCrop(eye)), ANNOTATION, SOLID));
    }

    private void detection(Face face) {
        draw(rectangle(face.box()), DETECTION, DASHED);
        draw(cross(inCrop(face.keypoints().rightEye())), DETECTION, SOLID);
        draw(cross(inCrop(face.keypoints().leftEye())), DETECTION, SOLID);
    }

    private void draw(Shape shape, Color color, BasicStroke stroke) {
        graphics.setStroke(WIDE);
        graphics.setColor(HALO);
        graphics.draw(shape);
        graphics.setStroke(stroke);
        graphics.setColor(color);
        graphics.draw(shape);
    }

    private Shape rectangle(Box box) {
        return toCrop.createTransformedShape(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    private Point inCrop(Point point) {
        double[] at = {point.x(), point.y()};
        toCrop.transform(at, 0, at, 0, 1);
        return new Point(at[0], at[1]);
    }

    private static Shape ring(Point center) {
        return new Ellipse2D.Double(center.x() - EYE_RADIUS, center.y() - EYE_RADIUS, 2 * EYE_RADIUS, 2 * EYE_RADIUS);
    }

    private static Shape cross(Point center) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(center.x() - EYE_RADIUS, center.y() - EYE_RADIUS);
        cross.lineTo(center.x() + EYE_RADIUS, center.y() + EYE_RADIUS);
        cross.moveTo(center.x() - EYE_RADIUS, center.y() + EYE_RADIUS);
        cross.lineTo(center.x() + EYE_RADIUS, center.y() - EYE_RADIUS);
        return cross;
    }
}
