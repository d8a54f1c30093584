package news.masthead.desk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An agency's update beside the story it is for, in blocks of safe HTML: where they say the same, and where they differ, what the agency had said
 * there before.
 */
record Comparison(List<Place> places) {

    /**
     * @param before what the agency said here in the version that the story was made of
     * @param paper what stands in the paper; empty where the update adds something
     * @param update what the update says; empty where it takes something away
     */
    record Place(List<String> before, List<String> paper, List<String> update) {

        boolean isSame() {
            return paper.equals(update);
        }

        /** Whether staff wrote what stands here, so that the agency's new words would undo somebody's work. */
        boolean isEdited() {
            return !paper.equals(before);
        }

        /** The same for the same words on either side, so that a choice can be told again after the story has changed. */
        String id() {
            String words = String.join("\n", paper) + "\0" + String.join("\n", update);
            return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    static Comparison of(List<String> before, List<String> paper, List<String> update) {
        List<AbstractDelta<String>> edits = DiffUtils.diff(before, paper).getDeltas();
        List<Place> places = new ArrayList<>();
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(paper, update).getDeltas()) {
            Chunk<String> here = delta.getSource();
            paper.subList(done, here.getPosition()).forEach(block -> places.add(same(block)));
            places.addAll(paired(before, edits, delta));
            done = here.getPosition() + here.size();
        }
        paper.subList(done, paper.size()).forEach(block -> places.add(same(block)));
        return new Comparison(List.copyOf(places));
    }

    boolean isSame() {
        return places.stream().allMatch(Place::isSame);
    }

    /** Whether what stands in the paper differs from what the agency had sent. */
    boolean isEdited() {
        return places.stream().anyMatch(place -> !place.isSame() && place.isEdited());
    }

    Set<String> ids() {
        return places.stream().filter(place -> !place.isSame()).map(Place::id).collect(Collectors.toSet());
    }

    /** The story with the update's words at the chosen places. */
    List<String> taking(Set<String> chosen) {
        return places.stream()
                .flatMap(place -> (chosen.contains(place.id()) ? place.update() : place.paper()).stream())
                .toList();
    }

    private static Place same(String block) {
        return new Place(List.of(block), List.of(block), List.of(block));
    }

    /** As many paragraphs for as many are taken one by one; others only together. */
    private static List<Place> paired(
            List<String> before, List<AbstractDelta<String>> edits, AbstractDelta<String> delta) {
        List<String> paper = delta.getSource().getLines();
        List<String> update = delta.getTarget().getLines();
        int start = delta.getSource().getPosition();
        if (paper.size() != update.size()) {
            return List.of(new Place(span(before, edits, start, start + paper.size()), paper, update));
        }
        List<Place> pairs = new ArrayList<>();
        for (int i = 0; i < paper.size(); i++) {
            pairs.add(new Place(
                    span(before, edits, start + i, start + i + 1), List.of(paper.get(i)), List.of(update.get(i))));
        }
        return pairs;
    }

    /** What stood before where {@code from} to {@code to} stand in the paper; between two blocks, what staff took out there. */
    private static List<String> span(List<String> before, List<AbstractDelta<String>> edits, int from, int to) {
        int start = back(edits, from, false);
        int end = back(edits, to, true);
        return before.subList(Math.min(start, end), Math.max(start, end));
    }

    private static int back(List<AbstractDelta<String>> edits, int position, boolean end) {
        int shift = 0;
        for (AbstractDelta<String> edit : edits) {
            Chunk<String> now = edit.getTarget();
            Chunk<String> then = edit.getSource();
            boolean after = end ? position <= now.getPosition() : position < now.getPosition();
            if (after) {
                break;
            }
            if (position < now.getPosition() + now.size()) {
                return end ? then.getPosition() + then.size() : then.getPosition();
            }
            shift = then.getPosition() + then.size() - now.getPosition() - now.size();
        }
        return position + shift;
    }
}
