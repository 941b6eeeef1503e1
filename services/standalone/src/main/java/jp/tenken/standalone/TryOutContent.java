package jp.tenken.standalone;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.tenken.standalone.TryOutPeople.Person;
import jp.tenken.standalone.TryOutPeople.Step;
import jp.tenken.standalone.TryOutWard.Registered;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a first start brings: four wards with departments, six contracts in Shinjuku that tell what
 * can happen to a checklist, and a few quiet ones elsewhere. All of it goes in over HTTP, through
 * the same endpoints as anybody's.
 */
final class TryOutContent {

    private record Names(String code, String ja, String en) {}

    private static final String SHINJUKU = "131041";

    private static final List<Names> WARDS =
            List.of(
                    new Names("131016", "千代田区", "Chiyoda City"),
                    new Names(SHINJUKU, "新宿区", "Shinjuku City"),
                    new Names("131121", "世田谷区", "Setagaya City"),
                    new Names("131130", "渋谷区", "Shibuya City"));

    private static final List<Names> DEPARTMENTS =
            List.of(
                    new Names("0101", "区政情報課", "Ward Information"),
                    new Names("0102", "情報システム課", "Information Systems"),
                    new Names("0103", "戸籍住民課", "Family Register and Residents"),
                    new Names("0104", "保険年金課", "Insurance and Pensions"),
                    new Names("0105", "子育て支援課", "Child Care Support"));

    private static final List<String> CODES = WARDS.stream().map(Names::code).toList();
    private static final Person OPERATOR =
            new Person("operator", "運用担当", "operator", CODES, List.of());
    private static final Person ADMINISTRATOR =
            new Person("administrator", "管理者", "administrator", CODES, List.of());

    private final TryOutPeople people;
    private final TryOutDates dates;

    /** Against the running service. */
    TryOutContent(String baseUrl, TryOutDates dates) {
        this.people = new TryOutPeople(baseUrl);
        this.dates = dates;
    }

    /**
     * Brings in whatever an earlier start has not brought in already.
     *
     * @param tell told each step once it is done
     */
    Mono<Void> bring(Consumer<String> tell) {
        return Flux.fromIterable(WARDS)
                .flatMap(
                        ward -> onboarded(ward).thenMany(Flux.defer(() -> contracts(ward, tell))),
                        WARDS.size())
                .then();
    }

    private Flux<Registered> contracts(Names ward, Consumer<String> tell) {
        tell.accept("%s %s: %d departments".formatted(ward.code(), ward.ja(), DEPARTMENTS.size()));
        TryOutStories stories =
                new TryOutStories(
                        new TryOutWard(
                                people,
                                ward.code(),
                                DEPARTMENTS.stream().map(Names::code).toList()),
                        dates);
        return Flux.fromIterable(ward.code().equals(SHINJUKU) ? stories.six() : stories.quiet())
                .concatMap(
                        story ->
                                story.told()
                                        .doOnNext(
                                                it ->
                                                        tell.accept(
                                                                "%s %s: %s"
                                                                        .formatted(
                                                                                ward.code(),
                                                                                it.number(),
                                                                                story.about()))));
    }

    private Mono<Void> onboarded(Names ward) {
        String path = "/v1/municipalities/" + ward.code();
        return people.does(
                        OPERATOR,
                        Step.put(
                                "onboard-" + ward.code(),
                                path,
                                TryOutPeople.body(
                                        "nameJa", ward.ja(),
                                        "nameEn", ward.en(),
                                        "kind", "special_ward")))
                .thenMany(
                        Flux.fromIterable(DEPARTMENTS)
                                .concatMap(department -> established(path, ward, department)))
                .then();
    }

    private Mono<String> established(String path, Names ward, Names department) {
        Map<String, Object> names =
                TryOutPeople.body("nameJa", department.ja(), "nameEn", department.en());
        return people.does(
                ADMINISTRATOR,
                new Step(
                        "department-%s-%s".formatted(ward.code(), department.code()),
                        HttpMethod.PUT,
                        path + "/departments/" + department.code(),
                        names));
    }
}
