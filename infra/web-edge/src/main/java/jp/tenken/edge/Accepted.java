package jp.tenken.edge;

import java.util.List;
import jp.tenken.edge.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** Finds the media type that a client likes best among those of an endpoint. */
final class Accepted {

    private Accepted() {}

    /**
     * The type to answer with; the endpoint's first when the client does not say.
     *
     * @throws Refusal {@code not-acceptable} when none will do
     */
    static MediaType of(HttpHeaders headers, List<MediaType> produced) {
        List<MediaType> accepted;
        try {
            accepted = headers.getAccept();
            MimeTypeUtils.sortBySpecificity(accepted);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
            throw refusal(produced);
        }
        if (accepted.isEmpty()) {
            return produced.getFirst();
        }
        for (MediaType wanted : accepted) {
            for (MediaType ours : produced) {
                if (wanted.getQualityValue() > 0 && wanted.includes(ours)) {
                    return ours;
                }
            }
        }
        throw refusal(produced);
    }

    private static Refusal refusal(List<MediaType> produced) {
        return Refusal.of("not-acceptable", "types", MediaType.toString(produced));
    }
}
