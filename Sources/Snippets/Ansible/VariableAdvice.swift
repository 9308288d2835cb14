/// What helps beside a refusal, by the variable to blame.
enum VariableAdvice {
  static let notes = [
    "matrix_synapse_workers_generic_workers_count":
      "`matrix_synapse_workers_client_reader_workers_count` does the work of generic workers",
    "livekit_server_config_rtc_udp_port":
      "one port for all media and a range of ports exclude each other; empty it with `''`",
    "livekit_server_config_rtc_port_range_start":
      "one port for all media and a range of ports exclude each other; write "
      + "`livekit_server_config_rtc_udp_port: ''`",
    "postgres_enabled": "without the playbook's PostgreSQL nothing says where the database is",
  ]
}
