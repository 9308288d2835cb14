internal import Diagnostics

extension Rule {
  /// The rules of servers whose files are not YAML.
  static let daemonRules: [Rule] = [
    .redisUnknownKey, .redisType, .redisSyntax, .redisDuplicate, .redisProtection, .redisPassword,
    .redisConflict, .redisVersion, .redisUndefinedMaster,
    .turnserverUnknownKey, .turnserverVersion, .turnserverType, .turnserverPorts,
    .turnserverConflict, .turnserverIncomplete, .turnserverCertificate, .turnserverDuplicate,
    .keepalivedUnknownKey, .keepalivedType, .keepalivedNoEffect, .keepalivedSyntax,
    .keepalivedUndefined, .keepalivedUnused, .keepalivedDuplicate, .keepalivedRequired,
    .keepalivedConflict, .keepalivedPassword, .keepalivedAddress, .keepalivedSecurity,
    .haproxySyntax, .haproxyUnknownKeyword, .haproxyRemoved, .haproxyType, .haproxySample,
    .haproxyUndefinedBackend, .haproxyUndefinedACL, .haproxyUndefinedServer, .haproxyUndefined,
    .haproxyDuplicate, .haproxyUnused, .haproxyTimeout, .haproxyMode, .haproxyCertificate,
    .haproxyVerify, .nftablesSyntax, .nftablesUndefined, .nftablesType, .nftablesFlush,
    .keepalivedPair, .keepalivedPriority, .keepalivedWeight,
    .nginxSyntax, .nginxUnknownDirective, .nginxMisplaced, .nginxVersion, .nginxType,
    .nginxDuplicate, .nginxLocation, .nginxProxy, .nginxUndefinedUpstream, .nginxUndefined,
    .nginxUndefinedVariable, .nginxRequired,
    .postgresqlSyntax, .postgresqlUnknownParameter, .postgresqlVersion, .postgresqlType,
    .postgresqlDuplicate, .postgresqlConflict,
  ]
}
