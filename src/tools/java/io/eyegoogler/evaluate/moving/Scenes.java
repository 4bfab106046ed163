package io.eyegoogler.evaluate.moving;

import io.eyegoogler.Point;
import io.eyegoogler.evaluate.moving.Person.Place;
import io.eyegoogler.evaluate.moving.Scene.Stage;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The scenes that tracking is measured on: each kind once for a person or two. */
public final class Scenes {

    /** Sides of the frames, px: 0.3 megapixels. */
    static final int WIDTH = 640;

    static final int HEIGHT = 480;
    /** Distance of the eyes, px, in most scenes. */
    private static final double EYES = 42;

    private static final double MIDDLE_X = WIDTH / 2.0;
    private static final double MIDDLE_Y = 200;
    private static final int FRAMES = 75;
    private static final double TURN = Math.toRadians(30);

    private final List<BufferedImage> sceneries;

    /** With photos without faces as backgrounds. */
    public Scenes(List<BufferedImage> sceneries) {
        this.sceneries = List.copyOf(sceneries);
    }

    /** Returns the scenes with {@code person} alone; {@code number} chooses the scenery. */
    public List<Scene> of(Person person, int number) {
        List<Scene> scenes = new ArrayList<>();
        scenes.add(alone("still", person, number, i -> place(MIDDLE_X, MIDDLE_Y, EYES, 0)));
        scenes.add(alone(
                "moved",
                person,
                number,
                i -> place(MIDDLE_X + 180 * wave(i, 50), MIDDLE_Y + 60 * wave(i, 31), EYES, 0)));
        scenes.add(alone(
                "quick",
                person,
                number,
                i -> place(MIDDLE_X + 60 * wave(i, 12), MIDDLE_Y + 25 * wave(i, 9), EYES, 0.1 * wave(i, 14))));
        scenes.add(
                alone("zoomed", person, number, i -> place(MIDDLE_X, MIDDLE_Y, EYES * Math.pow(2.2, wave(i, 60)), 0)));
        scenes.add(alone("turned", person, number, i -> place(MIDDLE_X, MIDDLE_Y, EYES, TURN * wave(i, 45))));
        scenes.add(alone("nodding", person, number, i -> nod(i)));
        scenes.add(behindBar(person, number));
        scenes.add(pan(person, number));
        scenes.add(alone("newcomer", person, number, i -> i < 21 ? null : place(MIDDLE_X, MIDDLE_Y, EYES, 0)));
        scenes.add(alone("entering", person, number, i -> place(-80 + 8 * i, MIDDLE_Y, EYES, 0)));
        scenes.add(alone("leaver", person, number, i -> i >= 40 ? null : place(MIDDLE_X, MIDDLE_Y, EYES, 0)));
        return scenes;
    }

    /** Returns the scenes with two people. */
    public List<Scene> of(Person one, Person two, int number) {
        List<Scene> scenes = new ArrayList<>();
        scenes.add(crossing("crossing", one, two, number, 8, 7));
        scenes.add(crossing("crossing slowly", one, two, number, 4, 3));
        scenes.add(cut(one, two, number));
        return scenes;
    }

    /** Returns the scenes without people. */
    public List<Scene> empty() {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < sceneries.size(); i++) {
            int number = i;
            scenes.add(new Scene(
                    "scenery " + i, "scenery", List.of(), FRAMES, frame -> stage(number, frame, Map.of(), List.of())));
        }
        return scenes;
    }

    private Scene alone(String kind, Person person, int number, IntFunction<Place> place) {
        return new Scene(kind + ", " + person.name(), kind, List.of(person), FRAMES, i -> {
            Place now = place.apply(i);
            return stage(number, kind.equals("still") ? 0 : i, now == null ? Map.of() : Map.of(0, now), List.of());
        });
    }

    private Scene behindBar(Person person, int number) {
        Rectangle bar = new Rectangle(260, 0, 120, HEIGHT);
        return new Scene("bar, " + person.name(), "bar", List.of(person), FRAMES, i -> {
            Place place = place(60 + 7 * i, MIDDLE_Y, EYES, 0);
            return stage(number, i, Map.of(0, place), List.of(bar));
        });
    }

    /** The camera pans quickly: all moves together. */
    private Scene pan(Person person, int number) {
        return new Scene("pan, " + person.name(), "pan", List.of(person), FRAMES, i -> {
            double shift = 70 + 60 * wave(i, 25);
            Place place = place(MIDDLE_X + 120 - shift, MIDDLE_Y, EYES, 0);
            return new Stage(scenery(number), new Point(shift, 20), WIDTH, HEIGHT, Map.of(0, place), List.of());
        });
    }

    private Scene crossing(String kind, Person one, Person two, int number, double speedOne, double speedTwo) {
        int frames = (int) (520 / Math.min(speedOne, speedTwo));
        return new Scene(kind + ", " + one.name() + " and " + two.name(), kind, List.of(one, two), frames, i -> {
            Place far = place(60 + speedOne * i, MIDDLE_Y, EYES, 0);
            Place near = place(580 - speedTwo * i, MIDDLE_Y + 15, 1.2 * EYES, 0);
            return stage(number, i, Map.of(0, far, 1, near), List.of());
        });
    }

    private Scene cut(Person one, Person two, int number) {
        return new Scene("cut, " + one.name() + " to " + two.name(), "cut", List.of(one, two), FRAMES, i -> {
            Map<Integer, Place> places = i < 25
                    ? Map.of(0, place(MIDDLE_X + i, MIDDLE_Y, EYES, 0))
                    : i < 50 ? Map.of(1, place(MIDDLE_X + 40 - i, MIDDLE_Y + 30, 1.3 * EYES, 0)) : Map.of();
            return stage(number + i / 25, i, places, List.of());
        });
    }

    private Stage stage(int scenery, int frame, Map<Integer, Place> places, List<Rectangle> bars) {
        Point drift = new Point(30 + 20 * wave(frame, 80), 20 + 10 * wave(frame, 65));
        return new Stage(scenery(scenery), drift, WIDTH, HEIGHT, places, bars);
    }

    private BufferedImage scenery(int number) {
        return sceneries.get(Math.floorMod(number, sceneries.size()));
    }

    private static Place place(double x, double y, double eyes, double roll) {
        return new Place(new Point(x, y), eyes, roll);
    }

    /** Two quick nods, then a pause. */
    private static Place nod(int frame) {
        double down = frame % 38 < 24 ? 12 * (1 - Math.cos(2 * Math.PI * (frame % 38) / 12.0)) : 0;
        return place(MIDDLE_X, MIDDLE_Y + down, EYES, 0);
    }

    private static double wave(int frame, double period) {
        return Math.sin(2 * Math.PI * frame / period);
    }
}
