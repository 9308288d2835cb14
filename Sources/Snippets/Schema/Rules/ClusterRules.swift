internal import Diagnostics

extension SchemaRules {
  static let patroni: SchemaRules = {
    let maker = SchemaRuleMaker(
      category: "patroni",
      program: "Patroni",
      fence: "file=patroni.yml fragment=bootstrap.dcs"
    )
    return SchemaRules(
      unknownKey: maker.unknownKey("loop_waits: 10", "loop_wait: 10"),
      type: maker.type("synchronous_mode: \"on\"", "synchronous_mode: true"),
      required: SchemaRuleMaker(
        category: "patroni",
        program: "Patroni",
        fence: "file=patroni.yml fragment=restapi"
      ).required(
        "listen: 10.20.0.21:8008",
        "{ listen: \"10.20.0.21:8008\", connect_address: \"10.20.0.21:8008\" }"
      ),
      range: maker.range("ttl: 15", "ttl: 30")
    )
  }()

  static let etcd: SchemaRules = {
    let maker = SchemaRuleMaker(category: "etcd", program: "etcd", fence: "file=etcd.yml")
    return SchemaRules(
      unknownKey: maker.unknownKey("data_dir: /var/lib/etcd", "data-dir: /var/lib/etcd"),
      type: maker.type("initial-cluster-state: fresh", "initial-cluster-state: new"),
      required: maker.type("initial-cluster-state: fresh", "initial-cluster-state: new"),
      range: maker.range("heartbeat-interval: -1", "heartbeat-interval: 100"),
      formats: [
        "go-duration": maker.duration(
          "corrupt-check-time: 1 day",
          "corrupt-check-time: 24h"
        )
      ]
    )
  }()

  static let livekit: SchemaRules = {
    let maker = SchemaRuleMaker(category: "livekit", program: "LiveKit", fence: "file=livekit.yaml")
    return SchemaRules(
      unknownKey: maker.unknownKey(
        "rtc: { port_range_begin: 50100 }",
        "rtc: { port_range_start: 50100 }"
      ),
      type: maker.type("room: { auto_create: \"no\" }", "room: { auto_create: false }"),
      required: maker.type("room: { auto_create: \"no\" }", "room: { auto_create: false }"),
      range: maker.range("port: 70000", "port: 7880"),
      formats: [
        "go-duration": maker.duration(
          "room: { create_room_timeout: 10 seconds }",
          "room: { create_room_timeout: 10s }"
        )
      ]
    )
  }()
}
