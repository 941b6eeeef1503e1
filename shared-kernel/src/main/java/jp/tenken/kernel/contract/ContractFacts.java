package jp.tenken.kernel.contract;

import java.util.Map;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * How personal information is handled under a contract: what makes a measure needed or not.
 *
 * <p>Every fact is optional: null means that nobody said. Facts only suggest and warn; they never
 * overrule a decision.
 *
 * @param handlesPersonalInformation 個人情報を取り扱う
 * @param handlesSpecificPersonalInformation 特定個人情報を取り扱う
 * @param handlesSpecialCareInformation 要配慮／条例要配慮個人情報を取り扱う
 * @param mediaPaper 紙媒体を扱う
 * @param mediaElectronicPortable 電磁的媒体(DVD-R, USB等)を扱う
 * @param transferHandDelivery 手交がある
 * @param transferOnline 回線による授受がある
 * @param contractorCreatesData 受託者が個人情報を含むデータを作成する
 * @param contractorStoresData 受託者側に保存する
 * @param usesInformationSystem 情報システムで処理する
 * @param usesNetwork ネットワークに接続する
 * @param usesCloudService クラウドサービスを利用する
 * @param providesServer 受託者側サーバで提供する
 * @param remoteBuildOrMaintenance リモートで構築・保守する
 * @param wardPremisesOnly 庁舎内・区の機器のみで作業する
 * @param subcontracting 再委託がある
 * @param personsEstimate 取り扱う本人の数(概数), 0 or more
 * @param serverCountry サーバ所在国
 * @param governingLaw 準拠法
 */
public record ContractFacts(
        @Nullable Boolean handlesPersonalInformation,
        @Nullable Boolean handlesSpecificPersonalInformation,
        @Nullable Boolean handlesSpecialCareInformation,
        @Nullable Boolean mediaPaper,
        @Nullable Boolean mediaElectronicPortable,
        @Nullable Boolean transferHandDelivery,
        @Nullable Boolean transferOnline,
        @Nullable Boolean contractorCreatesData,
        @Nullable Boolean contractorStoresData,
        @Nullable Boolean usesInformationSystem,
        @Nullable Boolean usesNetwork,
        @Nullable Boolean usesCloudService,
        @Nullable Boolean providesServer,
        @Nullable Boolean remoteBuildOrMaintenance,
        @Nullable Boolean wardPremisesOnly,
        @Nullable Boolean subcontracting,
        @Nullable Integer personsEstimate,
        @Nullable String serverCountry,
        @Nullable String governingLaw) {

    /** Nothing said. */
    public static final ContractFacts NONE =
            new ContractFacts(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null);

    private static final String PERSONS_ESTIMATE = "personsEstimate";

    /** Refuses a negative estimate and texts that cannot be printed; blank texts become null. */
    public ContractFacts {
        if (personsEstimate != null && personsEstimate < 0) {
            throw Rejection.invalidField(
                    PERSONS_ESTIMATE,
                    RejectionCodes.NUMBER_OUT_OF_RANGE,
                    Map.of("min", "0", "max", Integer.toString(Integer.MAX_VALUE)));
        }
        serverCountry = TextRule.NAME.optional("serverCountry", serverCountry);
        governingLaw = TextRule.NAME.optional("governingLaw", governingLaw);
    }
}
